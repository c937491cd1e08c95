# How argparse writes usage lines and help. The values of `nargs` that are not numbers are explained here too.

OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = '?', '*', '+'
SUPPRESS, PARSER, REMAINDER = '==SUPPRESS==', 'A...', '...'


def _wrapped(text, width, indent=''):
    import textwrap
    return textwrap.wrap(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=True):
        self._prog, self._indent_increment = prog, indent_increment
        self._width = 78 if width is None else width
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))

    # What subclasses change.

    def _fill_text(self, text, width, indent):
        return '\n'.join(_wrapped(text, width, indent))

    def _split_lines(self, text, width):
        return _wrapped(text, width)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    # Pieces.

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = '{' + ','.join([str(one) for one in action.choices]) + '}'
        else:
            shown = default
        return shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, default, 1)[0]
        if nargs == OPTIONAL:
            return f'[{self._metavars(action, default, 1)[0]}]'
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            return f'[{names[0]} [{names[1]} ...]]' if len(names) == 2 else f'[{names[0]} ...]'
        if nargs == ONE_OR_MORE:
            return '{} [{} ...]'.format(*self._metavars(action, default, 2))
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return f'{self._metavars(action, default, 1)[0]} ...'
        if nargs == SUPPRESS:
            return ''
        return ' '.join(self._metavars(action, default, nargs))

    def _invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return ' '.join(self._metavars(action, default, 1))
        names = ', '.join(action.option_strings)
        if action.nargs == 0:
            return names
        return f'{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}'

    def _expand_help(self, action):
        values = {key: value for key, value in vars(action).items() if value is not SUPPRESS}
        values['prog'] = self._prog
        for key, value in values.items():
            if hasattr(value, '__name__'):
                values[key] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join([str(one) for one in values['choices']])
        text = self._get_help_string(action)
        return text % values if '%' in text else text

    # Usage.

    def _usage_part(self, action):
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            return action.format_usage()
        return (f'{action.option_strings[0]} '
                f'{self._format_args(action, self._get_default_metavar_for_optional(action))}')

    def _usage_parts(self, actions, groups):
        together = {}
        for group in groups:
            members = [one for one in group._group_actions if one.help is not SUPPRESS]
            for one in members:
                together[one] = group, members
        parts, told = [], set()
        for action in actions:
            if action.help is SUPPRESS:
                continue
            group, members = together.get(action, (None, [action]))
            if group in told and group is not None:
                continue
            told.add(group)
            texts = [self._usage_part(one) for one in members]
            if len(members) > 1:
                opening, closing = '()' if group.required else '[]'
                parts.append(opening + texts[0] + ' |')
                parts += [text + ' |' for text in texts[1:-1]]
                parts.append(texts[-1] + closing)
            elif not action.option_strings:
                text = texts[0]
                in_group = group is not None and text.startswith('[')
                parts.append(text[1:-1] if in_group and group.required else text)
            else:
                required = action.required if group is None else group.required
                parts.append(texts[0] if required else f'[{texts[0]}]')
        return [part for part in parts if part]

    def usage(self, usage, actions, groups, prefix=None):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return f'{prefix}{usage % {"prog": self._prog}}\n\n'
        optionals = self._usage_parts([one for one in actions if one.option_strings], groups)
        positionals = self._usage_parts([one for one in actions if not one.option_strings], groups)
        line = ' '.join([self._prog, *optionals, *positionals])
        if len(prefix) + len(line) > self._width:
            line = '\n'.join(self._usage_lines(prefix, optionals, positionals))
        return f'{prefix}{line}\n\n'

    def _usage_lines(self, prefix, optionals, positionals):
        def rows(parts, indent, start=None):
            found, row, used = [], [], len(indent if start is None else start) - 1
            for part in parts:
                if used + 1 + len(part) > self._width and row:
                    found.append(indent + ' '.join(row))
                    row, used = [], len(indent) - 1
                row.append(part)
                used += len(part) + 1
            if row:
                found.append(indent + ' '.join(row))
            if start is not None:
                found[0] = found[0][len(indent):]
            return found
        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if optionals:
                return rows([self._prog, *optionals], indent, prefix) + rows(positionals, indent)
            return rows([self._prog, *positionals], indent, prefix) if positionals else [self._prog]
        indent = ' ' * len(prefix)
        found = rows(optionals + positionals, indent)
        if len(found) > 1:
            found = rows(optionals, indent) + rows(positionals, indent)
        return [self._prog] + found

    # Sections.

    def text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, max(self._width, 11), '') + '\n\n'

    def _widest(self, sections):
        widths = [0]
        for section in sections:
            for action in section._group_actions:
                if action.help is not SUPPRESS:
                    widths.append(len(self._invocation(action)) + self._indent_increment)
                    widths += [len(self._invocation(one)) + 2 * self._indent_increment
                               for one in action._inner_actions()]
        return max(widths)

    def sections(self, sections):
        self._column = min(self._widest(sections) + 2, self._max_help_position)
        text = ''
        for section in sections:
            rows = ''.join([self._row(action, self._indent_increment) for action in section._group_actions])
            described = section.description
            inner = ''
            if described:
                if '%(prog)' in described:
                    described = described % {'prog': self._prog}
                indent = ' ' * self._indent_increment
                inner = self._fill_text(described, max(self._width - 2, 11), indent) + '\n\n'
            if not rows and not inner:
                continue
            title = f'{section.title}:\n' if section.title not in (None, SUPPRESS) else ''
            text += f'{title}{inner}{rows}\n'
        return text

    def _row(self, action, indent):
        if action.help is SUPPRESS:
            return ''
        space = self._column - indent - 2
        start, head = ' ' * indent, self._invocation(action)
        if not (action.help and action.help.strip()):
            text = f'{start}{head}\n'
        else:
            width = max(self._width - self._column, 11)
            lines = self._split_lines(self._expand_help(action), width)
            if len(head) <= space:
                text = f'{start}{head:<{space}}  {lines[0] if lines else ""}\n'
                lines = lines[1:]
            else:
                text = f'{start}{head}\n'
            text += ''.join([f'{" " * self._column}{line}\n' for line in lines])
        return text + ''.join([self._row(one, indent + self._indent_increment) for one in action._inner_actions()])


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


for _kind in (HelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter,
              MetavarTypeHelpFormatter):
    _kind.__module__ = 'argparse'
