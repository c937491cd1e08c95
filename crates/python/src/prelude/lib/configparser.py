# Settings in sections, as in files that end with `.ini`.

import re as _re
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping as _MutableMapping

__all__ = ('NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
           'MissingSectionHeaderError', 'ConfigParser', 'RawConfigParser', 'Interpolation', 'BasicInterpolation',
           'ExtendedInterpolation', 'SectionProxy', 'ConverterMapping', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH')

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_missing = object()


class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__(f'No section: {section!r}')
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = '' if source is None else f'While reading from {source!r}' + (f' [line {lineno:2d}]' if lineno else '') + ': section '
        super().__init__(f'{where}{section!r} already exists' if source is not None else f'Section {section!r} already exists')
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        what = f'option {option!r} in section {section!r} already exists'
        if source is not None:
            what = f'While reading from {source!r}' + (f' [line {lineno:2d}]' if lineno else '') + f': {what}'
        super().__init__(what if source is not None else f'Option {option!r} in section {section!r} already exists')
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__(f'No option {option!r} in section: {section!r}')
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f'Bad value substitution: option {option!r} in section {section!r} contains an '
                         f'interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, 'Recursion limit exceeded in value substitution: option '
                         f'{option!r} in section {section!r} contains an interpolation key which cannot be substituted '
                         f'in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, *args):
        super().__init__(f'Source contains parsing errors: {source!r}')
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source, self.lineno, self.line, self.errors = filename, lineno, line, []
        self.args = (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    _NAME = _re.compile(r'%\(([^)]+)\)s')

    def before_get(self, parser, section, option, value, defaults):
        return self._replaced(parser, option, section, value or '', defaults, 1, value)

    def before_set(self, parser, section, option, value):
        if '%' in self._NAME.sub('', value.replace('%%', '')):
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {value.find("%")}')
        return value

    def _replaced(self, parser, option, section, text, names, depth, raw):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        pieces = []
        while '%' in text:
            before, _, text = text.partition('%')
            pieces.append(before)
            if text.startswith('%'):
                pieces.append('%')
                text = text[1:]
                continue
            if not text.startswith('('):
                raise InterpolationSyntaxError(option, section, "'%' must be followed by '%' or '(', found: " + repr('%' + text))
            found = self._NAME.match('%' + text)
            if found is None:
                raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {"%" + text!r}')
            name, text = parser.optionxform(found[1]), text[found.end() - 1:]
            if name not in names:
                raise InterpolationMissingOptionError(option, section, raw, name)
            pieces.append(self._replaced(parser, option, section, names[name], names, depth + 1, raw))
        return ''.join(pieces) + text


class ExtendedInterpolation(Interpolation):
    _NAME = _re.compile(r'\$\{([^}]+)\}')

    def before_get(self, parser, section, option, value, defaults):
        return self._replaced(parser, option, section, value or '', defaults, 1)

    def before_set(self, parser, section, option, value):
        if '$' in self._NAME.sub('', value.replace('$$', '')):
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {value.find("$")}')
        return value

    def _replaced(self, parser, option, section, text, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, text)
        raw, pieces = text, []
        while '$' in text:
            before, _, text = text.partition('$')
            pieces.append(before)
            if text.startswith('$'):
                pieces.append('$')
                text = text[1:]
                continue
            found = self._NAME.match('$' + text)
            if found is None:
                raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: " + repr('$' + text))
            text = text[found.end() - 1:]
            *where, name = found[1].split(':')
            name = parser.optionxform(name)
            try:
                if where:
                    value = parser.get(where[0], name, raw=True)
                    known = dict(parser.items(where[0], raw=True))
                else:
                    value, known = names[name], names
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, found[1]) from None
            pieces.append(self._replaced(parser, option, where[0] if where else section, value, known, depth + 1))
        return ''.join(pieces) + text


class RawConfigParser(_MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    NONSPACECRE = _re.compile(r'\S')

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_missing, converters=None, allow_unnamed_section=False):
        self._dict, self._allow_no_value, self._delimiters = dict_type, allow_no_value, tuple(delimiters)
        self._comments, self._inline = tuple(comment_prefixes or ()), tuple(inline_comment_prefixes or ())
        self._strict, self._empty_lines, self.default_section = strict, empty_lines_in_values, default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _missing else interpolation or Interpolation()
        self._converters = {'int': int, 'float': float, 'boolean': self._convert_to_boolean, **(converters or {})}
        for name, convert in (converters or {}).items():
            setattr(self, f'get{name}', self._getter(convert))
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), {}
        self._proxies[default_section] = SectionProxy(self, default_section)
        if defaults:
            for key, value in dict(defaults).items():
                self._defaults[self.optionxform(key)] = value

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, '__fspath__'):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(name.__fspath__() if hasattr(name, '__fspath__') else name)
        return done

    def read_file(self, f, source=None):
        self._read(f, source if source is not None else getattr(f, 'name', '<???>'))

    def read_string(self, string, source='<string>'):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if self._strict and section in seen:
                raise DuplicateSectionError(section, source)
            seen.add(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    def _read(self, lines, source):
        try:
            self._read_lines(lines, source)
        finally:
            for options in (self._defaults, *self._sections.values()):
                for name, value in options.items():
                    if isinstance(value, list):
                        options[name] = '\n'.join(value).rstrip()

    def _read_lines(self, lines, source):
        section, options, key, indent, failure, seen = None, None, None, 0, None, set()
        for number, line in enumerate(lines, 1):
            whole = line.strip()
            text = '' if whole.startswith(self._comments) and self._comments else whole
            was_comment = bool(whole) and not text
            for sign in self._inline:
                at = 0
                while (at := text.find(sign, at)) >= 0:
                    if at == 0 or text[at - 1].isspace():
                        text = text[:at].rstrip()
                        break
                    at += 1
            if not text:
                if self._empty_lines and not was_comment and key is not None and options.get(key) is not None:
                    options[key].append('')
                elif not self._empty_lines:
                    key = None
                continue
            depth = len(line) - len(line.lstrip())
            if key is not None and depth > indent and options is not None:
                if options[key] is None:
                    raise ParsingError(source)
                options[key].append(text)
                continue
            indent = depth
            if text.startswith('[') and ']' in text:
                name, key = text[1:text.rindex(']')], None
                if name == self.default_section:
                    options = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, number)
                    options = self._sections[name]
                else:
                    self.add_section(name)
                    options = self._sections[name]
                section = name
                seen.add(name)
                continue
            if section is None:
                raise MissingSectionHeaderError(source, number, line)
            places = [at for sign in self._delimiters if (at := text.find(sign)) >= 0]
            if places:
                name, value = text[:min(places)].rstrip(), [text[min(places) + 1:].strip()]
            else:
                name, value = text, None
            if not name or value is None and not self._allow_no_value:
                failure = failure or ParsingError(source)
                failure.append(number, line)
                continue
            key = self.optionxform(name)
            if self._strict and (section, key) in seen:
                raise DuplicateOptionError(section, key, source, number)
            seen.add((section, key))
            options[key] = value
        if failure is not None:
            raise failure

    def _names(self, section, vars=None):
        # What a section's options are, with those of `vars` before and the defaults behind.
        own = self._dict()
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section)
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return _ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_missing):
        try:
            names = self._names(section, vars)
        except NoSectionError:
            if fallback is _missing:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in names:
            if fallback is _missing:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, names)

    def _getter(self, convert):
        def get(section, option, *, raw=False, vars=None, fallback=_missing, **kwargs):
            try:
                value = self.get(section, option, raw=raw, vars=vars)
            except (NoSectionError, NoOptionError):
                if fallback is _missing:
                    raise
                return fallback
            return convert(value)
        return get

    def getint(self, section, option, **options):
        return self._getter(int)(section, option, **options)

    def getfloat(self, section, option, **options):
        return self._getter(float)(section, option, **options)

    def getboolean(self, section, option, **options):
        return self._getter(self._convert_to_boolean)(section, option, **options)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_missing, raw=False, vars=None):
        if section is _missing:
            return super().items()
        names = self._names(section, vars)
        keys = list({**self._defaults, **self._sections.get(section, {}), **names.maps[0]})
        if raw:
            return [(key, names[key]) for key in keys]
        return [(key, self._interpolation.before_get(self, section, key, names[key], names)) for key in keys]

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section)
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        sign = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        parts = [(self.default_section, self._defaults)] if self._defaults else []
        for section, options in (*parts, *self._sections.items()):
            fp.write(f'[{section}]\n')
            for key, value in options.items():
                if value is None and self._allow_no_value:
                    fp.write(f'{key}\n')
                else:
                    fp.write(f'{key}{sign}' + str(value).replace('\n', '\n\t') + '\n')
            fp.write('\n')

    def remove_option(self, section, option):
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section)
        return options.pop(self.optionxform(option), _missing) is not _missing

    def remove_section(self, section):
        found = section in self._sections
        if found:
            del self._sections[section], self._proxies[section]
        return found

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if key not in self._sections:
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not isinstance(value, str) and not (value is None and self._allow_no_value):
            raise TypeError('option values must be strings')
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        super().add_section(section)


class SectionProxy(_MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind, convert in parser._converters.items():
            setattr(self, f'get{kind}', self._getter(convert))

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and not (value is None and self._parser._allow_no_value):
            raise TypeError('option values must be strings')
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _keys(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._keys())

    def __iter__(self):
        return iter(self._keys())

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def _getter(self, convert):
        def get(option, fallback=None, *, raw=False, vars=None, **kwargs):
            value = self._parser.get(self._name, option, raw=raw, vars=vars, fallback=_missing if fallback is _missing else None)
            return fallback if value is None else convert(value)
        return get
