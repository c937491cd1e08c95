# Arguments of a command line. A script here is given none, unless it hands a list to `parse_args` itself.

import sys

from _argparse_actions import (_ACTIONS, _shown, Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction)
from _argparse_help import (OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                            ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    __hash__ = None

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        plain = [f'{key}={value!r}' for key, value in self.__dict__.items() if key.isidentifier()]
        other = {key: value for key, value in self.__dict__.items() if not key.isidentifier()}
        return f"{type(self).__name__}({', '.join(plain + ([f'**{other!r}'] if other else []))})"


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._rest = mode, (bufsize, encoding, errors)

    def __call__(self, string):
        if string == '-':
            return sys.stdout if 'w' in self._mode or 'a' in self._mode else sys.stdin
        try:
            return open(string, self._mode, *self._rest)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")


class _Group:
    # Some of a parser's arguments under a title.

    def __init__(self, container, title=None, description=None, **kwargs):
        self._parser, self.title, self.description = container._parser, title, description
        self._group_actions = []

    def add_argument(self, *args, **kwargs):
        parser = self._parser
        if not args or len(args) == 1 and args[0][:1] not in parser.prefix_chars:
            if args and 'dest' in kwargs:
                raise TypeError('dest supplied twice for positional argument, did you mean metavar?')
            options = self._for_positional(*args, **kwargs)
        else:
            options = self._for_optional(*args, **kwargs)
        kind = options.pop('action', None)
        found = _ACTIONS.get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(found):
            raise ValueError(f'unknown action {found!r}')
        if 'default' not in options:
            if options['dest'] in parser._defaults:
                options['default'] = parser._defaults[options['dest']]
            elif parser.argument_default is not None:
                options['default'] = parser.argument_default
        action = found(**options)
        if not action.option_strings and action.nargs == 0:
            raise ValueError(f"action {kind!r} is not valid for positional arguments")
        if action.type is not None and not callable(action.type):
            raise TypeError(f'{action.type!r} is not callable')
        if isinstance(action.metavar, tuple) and len(action.metavar) != (action.nargs if isinstance(action.nargs, int) else {
                ONE_OR_MORE: 2, ZERO_OR_MORE: 2}.get(action.nargs, 1)):
            raise ValueError('length of metavar tuple does not match nargs')
        return self._add_action(action)

    def _for_positional(self, dest=None, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs == 0:
            raise ValueError('nargs for positionals must be != 0')
        required = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS)
        if kwargs.get('action') in ('store_const', 'store_true', 'store_false', 'append_const', 'count'):
            return {**kwargs, 'dest': dest, 'option_strings': []}
        return {**kwargs, 'dest': kwargs.get('dest', dest) if dest is None else dest, 'option_strings': [],
                'required': required}

    def _for_optional(self, *names, **kwargs):
        chars = self._parser.prefix_chars
        for name in names:
            if not name or name[0] not in chars:
                raise ValueError(f'invalid option string {name!r}: must start with a character {chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            long = [name for name in names if len(name) > 1 and name[1] in chars]
            dest = (long or names)[0].lstrip(chars)
            if not dest:
                raise TypeError(f'dest= is required for options like {names[0]!r}')
            dest = dest.replace('-', '_')
        return {**kwargs, 'dest': dest, 'option_strings': list(names)}

    def _add_action(self, action):
        parser = self._parser
        taken = [name for name in action.option_strings if name in parser._option_string_actions]
        if taken and parser.conflict_handler == 'error':
            what = 'string' if len(taken) == 1 else 'strings'
            raise ArgumentError(action, f"conflicting option {what}: {', '.join(taken)}")
        for name in taken:
            parser._forget(name)
        if not isinstance(self, _ExclusiveGroup):
            self._group_actions.append(action)
        parser._actions.append(action)
        for name in action.option_strings:
            parser._option_string_actions[name] = action
        return action

    def add_mutually_exclusive_group(self, **kwargs):
        group = _ExclusiveGroup(self, **kwargs)
        self._parser._mutually_exclusive_groups.append(group)
        return group


class _ExclusiveGroup(_Group):
    # Arguments of which one at most may be given. They are shown where the container shows its own.

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required, self._container = required, container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        super()._add_action(action)
        self._container._section_for(action)._group_actions.append(action)
        self._group_actions.append(action)
        return action

    def _section_for(self, action):
        return self._container._section_for(action)


_Group._section_for = lambda self, action: self


class ArgumentParser(_Group):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True, *,
                 suggest_on_error=False, color=True):
        self._parser = self
        self.prog = sys.argv[0].rpartition('/')[2] if prog is None else prog
        self.usage, self.description, self.epilog = usage, description, epilog
        self.formatter_class, self.prefix_chars, self.argument_default = formatter_class, prefix_chars, argument_default
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.conflict_handler, self.add_help, self.allow_abbrev = conflict_handler, add_help, allow_abbrev
        self.exit_on_error, self.suggest_on_error = exit_on_error, suggest_on_error
        self._actions, self._option_string_actions, self._defaults = [], {}, {}
        self._mutually_exclusive_groups, self._subparsers = [], None
        self._positionals, self._optionals = _Group(self, 'positional arguments'), _Group(self, 'options')
        self._sections = [self._positionals, self._optionals]
        if add_help:
            start = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(start + 'h', start * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            for section in parent._sections:
                own = [one for one in self._sections if one.title == section.title]
                target = own[0] if own else self.add_argument_group(section.title, section.description)
                for action in section._group_actions:
                    target._add_action(action)
            self._mutually_exclusive_groups += parent._mutually_exclusive_groups
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return f"ArgumentParser({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

    def _section_for(self, action):
        return self._optionals if action.option_strings else self._positionals

    def _add_action(self, action):
        return self._section_for(action)._add_action(action)

    def _forget(self, name):
        action = self._option_string_actions.pop(name)
        action.option_strings.remove(name)
        if not action.option_strings:
            self._actions.remove(action)
            for section in self._sections:
                if action in section._group_actions:
                    section._group_actions.remove(action)

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _Group(self, title, description)
        self._sections.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, **kwargs):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        section = self._positionals
        if title is not None or description is not None:
            section = self.add_argument_group('subcommands' if title is None else title, description)
        if prog is None:
            positionals = [one for one in self._actions if not one.option_strings]
            prog = self._get_formatter().usage(self.usage, positionals, [], '').strip()
        kwargs.pop('action', None)
        self._subparsers = _ACTIONS['parsers'](option_strings=[], prog=prog, parser_class=parser_class or type(self),
                                               **kwargs)
        return section._add_action(self._subparsers)

    def register(self, registry_name, value, object):
        if registry_name == 'action':
            _ACTIONS[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # Help.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        text = self._get_formatter().usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return text.rstrip('\n') + '\n'

    def format_help(self):
        formatter = self._get_formatter()
        text = formatter.usage(self.usage, self._actions, self._mutually_exclusive_groups)
        if self.description:
            text += formatter.text(self.description)
        text += formatter.sections(self._sections)
        if self.epilog:
            text += formatter.text(self.epilog)
        return text.strip('\n') + '\n'

    def _print_message(self, message, file=None):
        if message:
            (sys.stderr if file is None else file).write(message)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def exit(self, status=0, message=None):
        self._print_message(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')

    def _warning(self, message):
        self._print_message(f'{self.prog}: warning: {message}\n', sys.stderr)

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _with_files(self, words):
        # The words, with the lines of the files that some of them name.
        found = []
        for word in words:
            if not word or word[0] not in self.fromfile_prefix_chars:
                found.append(word)
                continue
            try:
                with open(word[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                self._fail(str(error))
            for line in lines:
                found += self._with_files(self.convert_arg_line_to_args(line))
        return found

    # Parsing.

    def parse_args(self, args=None, namespace=None):
        namespace, left = self.parse_known_args(args, namespace)
        if left:
            self._fail(f"unrecognized arguments: {' '.join(left)}")
        return namespace

    def _fail(self, message):
        if not self.exit_on_error:
            raise ArgumentError(None, message)
        self.error(message)

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return _Parse(self, args, namespace).run()
        try:
            return _Parse(self, args, namespace).run()
        except ArgumentError as error:
            self.error(str(error))

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, left = self.parse_known_intermixed_args(args, namespace)
        if left:
            self._fail(f"unrecognized arguments: {' '.join(left)}")
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        # The options first, as if there were no positional arguments; then those, from the words that are left.
        actions = self._actions
        options = [one for one in actions if one.option_strings]
        positionals = [one for one in actions if not one.option_strings]
        refused = [one.nargs for one in positionals if one.nargs in (PARSER, REMAINDER)]
        if refused:
            raise TypeError(f'parse_intermixed_args: positional arg with nargs={refused[0]}')
        needed = [one for one in (*options, *self._mutually_exclusive_groups) if one.required]
        try:
            self._actions = options
            namespace, left = self.parse_known_args(args, namespace)
            self._actions = actions
            for one in needed:
                one.required = False
            unknown = [word for word in left if self._option_like(word)]
            namespace, left = self.parse_known_args([word for word in left if word not in unknown], namespace)
            return namespace, unknown + left
        finally:
            self._actions = actions
            for one in needed:
                one.required = True

    def _option_like(self, word):
        # What a word says as an option: (action, name, value after `=`), several where it is ambiguous, or None.
        chars, known = self.prefix_chars, self._option_string_actions
        if not word or word[0] not in chars:
            return None
        if word in known:
            return [(known[word], word, None)]
        if len(word) == 1:
            return None
        name, equals, value = word.partition('=')
        if equals and name in known:
            return [(known[name], name, value)]
        found = self._by_start(word, name, value if equals else None)
        if found:
            return found
        if _is_negative(word) and not any([_is_negative(one) for one in known]):
            return None
        return None if ' ' in word else [(None, word, None)]

    def _by_start(self, word, name, value):
        chars, known = self.prefix_chars, self._option_string_actions
        found = []
        if word[1] in chars:
            if self.allow_abbrev:
                found = [(known[one], one, value) for one in known if one.startswith(name)]
        else:
            for one in known:
                if one == word[:2]:
                    found.append((known[one], one, word[2:]))
                elif self.allow_abbrev and one.startswith(name):
                    found.append((known[one], one, value))
        return found


def _is_negative(word):
    rest = word[1:].replace('_', '')
    return word[:1] == '-' and rest[:1] != '' and rest.replace('.', '', 1).isdigit()


class _Parse:
    # One reading of a command line.

    def __init__(self, parser, words, namespace):
        if parser.fromfile_prefix_chars is not None:
            words = parser._with_files(words)
        self.parser, self.words, self.namespace = parser, words, namespace
        self.left, self.seen, self.given, self.warned = [], set(), set(), set()
        self.positionals = [one for one in parser._actions if not one.option_strings]
        self.options = []
        plain = False
        for word in words:
            if plain:
                self.options.append(None)
            elif word == '--':
                self.options.append('--')
                plain = True
            else:
                self.options.append(parser._option_like(word))

    def run(self):
        place, count = 0, len(self.words)
        while place < count:
            nearest = next((at for at in range(place, count) if isinstance(self.options[at], list)), count)
            if nearest > place or self._takes_all():
                place = self._take_positionals(place)
                nearest = next((at for at in range(place, count) if isinstance(self.options[at], list)), count)
                if place < nearest:
                    self.left += self.words[place:nearest]
                    place = nearest
            if place < count:
                place = self._take_option(place)
        self._take_positionals(count)
        self._finish()
        self.left += vars(self.namespace).pop('_unrecognized_args', [])
        return self.namespace, self.left

    def _takes_all(self):
        return bool(self.positionals) and self.positionals[0].nargs == REMAINDER

    def _plain_run(self, place):
        # How many words from here on are no options.
        end = place
        while end < len(self.words) and not isinstance(self.options[end], list):
            end += 1
        return end

    def _take_positionals(self, place):
        end, total = self._plain_run(place), len(self.words)
        room = len([at for at in range(place, end) if self.options[at] != '--'])
        for number in range(len(self.positionals), -1, -1):
            counts = _shares([one.nargs for one in self.positionals[:number]], room, total - place)
            if counts is not None:
                break
        actions, self.positionals = self.positionals[:number], self.positionals[number:]
        waiting = []
        for action, size in zip(actions, counts):
            if size == 0 and action.nargs in (OPTIONAL, ZERO_OR_MORE) and place < total and end < total:
                # An argument that may come later still.
                waiting.append(action)
                continue
            words = []
            whole = action.nargs in (REMAINDER, PARSER)
            while len(words) < size:
                if self.options[place] != '--' or whole and words:
                    words.append(self.words[place])
                place += 1
            self._act(action, words)
        self.positionals = waiting + self.positionals
        while place < end and self.options[place] == '--':
            place += 1
        return place

    def _take_option(self, place):
        found = self.options[place]
        if len(found) > 1:
            names = ', '.join([one[1] for one in found])
            raise ArgumentError(None, f'ambiguous option: {self.words[place]} could match {names}')
        action, name, value = found[0]
        if action is None:
            self.left.append(self.words[place])
            return place + 1
        place += 1
        self._warn(action, f'option {name!r}')
        while value is not None:
            if action.nargs != 0:
                self._check_count(action, 1)
                self._act(action, [value], name)
                return place
            # Several short options in one word.
            short = len(name) == 2 and name[1] not in self.parser.prefix_chars
            following = name[0] + value[:1]
            known = self.parser._option_string_actions
            if not short or not value or following not in known:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            self._act(action, [], name)
            action, name, value = known[following], following, value[1:] or None
            self._warn(action, f'option {name!r}')
            if value is not None and value[0] == '=' and action.nargs != 0:
                value = value[1:]
        end = place
        while end < len(self.words) and self.options[end] is None:
            end += 1
        counts = _shares([action.nargs], end - place, len(self.words) - place)
        if counts is None:
            self._check_count(action, end - place)
        words = self.words[place:place + counts[0]]
        self._act(action, words, name)
        return place + counts[0]

    def _warn(self, action, what):
        if action.deprecated and what not in self.warned:
            self.warned.add(what)
            self.parser._warning(f'{what} is deprecated')

    def _check_count(self, action, count):
        if _shares([action.nargs], count, count) is not None and (action.nargs not in (None,) or count == 1):
            if not isinstance(action.nargs, int) or count == action.nargs:
                return
        nargs = action.nargs
        said = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                ONE_OR_MORE: 'expected at least one argument'}.get(nargs)
        raise ArgumentError(action, said or f'expected {nargs} argument{"" if nargs == 1 else "s"}')

    def _act(self, action, words, name=None):
        self.seen.add(action)
        values = self._values(action, words)
        if values is not action.default or words:
            self.given.add(action)
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.given:
                            raise ArgumentError(action, f'not allowed with argument {_shown(other)}')
        elif action.option_strings:
            self.given.add(action)
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, name)

    def _values(self, action, words):
        nargs = action.nargs
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._converted(action, value)
                self._check_choice(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs is None or nargs == OPTIONAL:
            value = self._converted(action, words[0])
            self._check_choice(action, value)
            return value
        values = [self._converted(action, word) for word in words]
        if nargs == PARSER:
            self._check_choice(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check_choice(action, value)
        return values

    def _converted(self, action, word):
        if action.type is None:
            return word
        try:
            return action.type(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}')

    def _check_choice(self, action, value):
        choices = action.choices
        if choices is None:
            return
        choices = iter(choices) if isinstance(choices, str) else choices
        if value not in choices:
            shown = ', '.join([str(one) for one in action.choices])
            raise ArgumentError(action, f'invalid choice: {str(value)!r} (choose from {shown})')

    def _finish(self):
        parser, missing = self.parser, []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_shown(action))
            elif (isinstance(action.default, str) and hasattr(self.namespace, action.dest)
                  and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest, self._converted(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            if group.required and not any([one in self.given for one in group._group_actions]):
                names = ' '.join([_shown(one) for one in group._group_actions if one.help is not SUPPRESS])
                raise ArgumentError(None, f'one of the arguments {names} is required')


def _shares(kinds, room, total):
    # How many words each of these takes, the first as many as it can; None where they cannot all be served.
    if not kinds:
        return []
    kind, rest = kinds[0], kinds[1:]
    if kind is None:
        least, most = 1, 1
    elif kind == OPTIONAL:
        least, most = 0, 1
    elif kind == ZERO_OR_MORE:
        least, most = 0, room
    elif kind == ONE_OR_MORE:
        least, most = 1, room
    elif kind == REMAINDER:
        return [total] + [0] * len(rest)
    elif kind == PARSER:
        return [total] + [0] * len(rest) if room else None
    else:
        least = most = 0 if kind == SUPPRESS else kind
    for size in range(min(most, room), least - 1, -1):
        found = _shares(rest, room - size, total - size)
        if found is not None:
            return [size] + found
    return None
