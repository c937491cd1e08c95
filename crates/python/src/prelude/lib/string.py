# Constants of characters, and templates.

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
whitespace = ' \t\n\r\x0b\x0c'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class _LatePattern:
    # The expression of a class of templates, made when it is first needed: most templates need no other.
    def __get__(self, obj, cls):
        return cls._compiled()


class Template:
    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None
    pattern = _LatePattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compiled()

    @classmethod
    def _compiled(cls):
        import re
        given = cls.__dict__.get('pattern')
        if given is None or isinstance(given, _LatePattern):
            sign, named = re.escape(cls.delimiter), cls.idpattern
            given = (f'{sign}(?:(?P<escaped>{sign})|(?P<named>{named})|'
                     f'{{(?P<braced>{cls.braceidpattern or named})}}|(?P<invalid>))')
        cls.pattern = re.compile(given, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)
        return cls.pattern

    def __init__(self, template):
        self.template = template

    def _found(self, match):
        # What a match is: its kind, and the name of a placeholder.
        name = match['named'] or match['braced']
        if name is not None:
            return 'name', name
        for kind in ('escaped', 'invalid'):
            if match[kind] is not None:
                return kind, None
        return 'unknown', None

    def _filled(self, look_up, safe):
        def replacement(match):
            kind, name = self._found(match)
            if kind == 'name':
                try:
                    return str(look_up(name))
                except KeyError:
                    if safe:
                        return match[0]
                    raise
            if kind == 'escaped':
                return self.delimiter
            if kind == 'unknown':
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            if safe:
                return match[0]
            before = self.template[:match.start('invalid')].splitlines(keepends=True)
            column = match.start('invalid') - len(''.join(before[:-1])) if before else 1
            raise ValueError(f'Invalid placeholder in string: line {max(len(before), 1)}, col {column}')
        return self.pattern.sub(replacement, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._filled(lambda name: kws[name] if name in kws else mapping[name], False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled(lambda name: kws[name] if name in kws else mapping[name], True)

    def _all_found(self):
        for match in self.pattern.finditer(self.template):
            kind, name = self._found(match)
            if kind == 'unknown':
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            yield kind, name

    def is_valid(self):
        return all(kind != 'invalid' for kind, _ in self._all_found())

    def get_identifiers(self):
        return list(dict.fromkeys([name for kind, name in self._all_found() if kind == 'name']))


def _fields(text):
    # The literal texts of a format string with the field that follows each: (text, name, spec, conversion).
    literal, at = '', 0
    while at < len(text):
        char = text[at]
        if char not in '{}':
            literal += char
            at += 1
        elif text[at:at + 2] in ('{{', '}}'):
            yield literal + char, None, None, None
            literal = ''
            at += 2
        elif char == '}':
            raise ValueError("Single '}' encountered in format string")
        else:
            end = _field_end(text, at + 1)
            name, spec, conversion = _field_parts(text[at + 1:end])
            yield literal, name, spec, conversion
            literal = ''
            at = end + 1
    if literal:
        yield literal, None, None, None


def _field_end(text, at):
    if at >= len(text):
        raise ValueError("Single '{' encountered in format string")
    depth = 1
    while at < len(text):
        if text[at] == '{':
            depth += 1
        elif text[at] == '}':
            depth -= 1
            if not depth:
                return at
        at += 1
    raise ValueError("expected '}' before end of string")


def _field_parts(inner):
    depth = place = 0
    while place < len(inner) and (depth or inner[place] not in '!:'):
        depth += (inner[place] == '[') - (inner[place] == ']')
        place += 1
    name, rest, conversion = inner[:place], inner[place:], None
    if rest.startswith('!'):
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and not rest.startswith(':'):
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def _steps(name):
    # What is asked for first, and the attributes and items that follow: `a.b[0]`.
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first, rest, found = name[:end], name[end:], []
    while rest:
        if rest[0] == '[':
            key, closed, rest = rest[1:].partition(']')
            if not closed:
                raise ValueError("Missing ']' in format string")
            if not key:
                raise ValueError('Empty attribute in format string')
            found.append((False, int(key) if key.isdecimal() else key))
        elif rest[0] == '.':
            end = 1
            while end < len(rest) and rest[end] not in '.[':
                end += 1
            if end == 1:
                raise ValueError('Empty attribute in format string')
            found.append((True, rest[1:end]))
            rest = rest[end:]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdecimal() else first, found


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used, numbering = set(), [0]
        text = self._formatted(format_string, args, kwargs, used, 2, numbering)
        self.check_unused_args(used, args, kwargs)
        return text

    def _formatted(self, text, args, kwargs, used, depth, numbering):
        # `numbering` holds the next number for a field without a name; None once a field gave its own.
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = ''
        for literal, name, spec, conversion in self.parse(text):
            out += literal
            if name is None:
                continue
            first, _ = _steps(name)
            if first == '':
                if numbering[0] is None:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(numbering[0]) + name
                numbering[0] += 1
            elif isinstance(first, int):
                if numbering[0]:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                numbering[0] = None
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            out += self.format_field(value, self._formatted(spec, args, kwargs, used, depth - 1, numbering))
        return out

    def parse(self, format_string):
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in steps:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in ('s', 'r', 'a'):
            raise ValueError(f'Unknown conversion specifier {conversion}')
        return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
