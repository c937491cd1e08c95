# Regular expressions: patterns and matches. The matcher itself is `_re`, in Rust.

import _re
import enum as _enum
from operator import index as _index
from types import GenericAlias as _GenericAlias, MappingProxyType as _Proxy

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split",
    "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
    "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
    "UNICODE", "NOFLAG", "RegexFlag", "PatternError"
]

_END = 9223372036854775807
_UNSET = object()


class RegexFlag(_enum.IntFlag, boundary=_enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        value = self._value_
        if value and not value & 510:
            return f're.RegexFlag({value})'
        return _flag_text(value, _SHOWN_FLAGS) or 're.NOFLAG'

    __str__ = __repr__
    _numeric_repr_ = hex


globals().update(RegexFlag.__members__)

_SHOWN_FLAGS = [('re.ASCII', 256), ('re.IGNORECASE', 2), ('re.LOCALE', 4), ('re.UNICODE', 32), ('re.MULTILINE', 8),
                ('re.DOTALL', 16), ('re.VERBOSE', 64), ('re.DEBUG', 128)]
_PATTERN_FLAGS = [('re.IGNORECASE', 2), ('re.LOCALE', 4), ('re.MULTILINE', 8), ('re.DOTALL', 16),
                  ('re.UNICODE', 32), ('re.VERBOSE', 64), ('re.DEBUG', 128), ('re.ASCII', 256)]


def _flag_text(flags, table):
    names = []
    for name, bit in table:
        if flags & bit:
            names.append(name)
            flags &= ~bit
    if flags:
        names.append(hex(flags))
    return '|'.join(names)


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


def _plain(string):
    # What is cut out of a string is a `str` or `bytes`, whatever class the string is of.
    kind = type(string)
    if kind is str or kind is bytes:
        return string
    if isinstance(string, str):
        return ''.join([string, ''])
    return b''.join([string]) if isinstance(string, (bytes, bytearray, memoryview)) else string


class Match:
    _shown_name_ = 're.Match'
    __slots__ = ('_spans', 're', 'string', 'pos', 'endpos')

    def __init__(self, spans, pattern, string, pos, endpos):
        self._spans = spans
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        elif hasattr(group, '__index__'):
            group = group.__index__()
        else:
            group = -1
        if 0 <= group <= self.re.groups:
            return group
        raise IndexError('no such group')

    def _text(self, group, default=None):
        start = self._spans[2 * group]
        if start < 0:
            return default
        return _plain(self.string)[start:self._spans[2 * group + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[2 * self._number(group)]

    def end(self, group=0, /):
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0, /):
        at = 2 * self._number(group)
        return self._spans[at:at + 2]

    def expand(self, template):
        return _filled(_template(self.re, template), self)

    @property
    def lastindex(self):
        return self._spans[-1]

    @property
    def lastgroup(self):
        last = self._spans[-1]
        for name, group in self.re.groupindex.items():
            if group == last:
                return name
        return None

    @property
    def regs(self):
        return tuple([self._spans[at:at + 2] for at in range(0, len(self._spans) - 1, 2)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 're.Match' object")

    def __repr__(self):
        return f'<re.Match object; span={self._spans[:2]!r}, match={self._text(0)!r}>'

    __class_getitem__ = classmethod(_GenericAlias)


class Pattern:
    _shown_name_ = 're.Pattern'
    __slots__ = ('_program', 'pattern', 'flags', 'groups', 'groupindex', '_templates', '__weakref__')

    def __init__(self, program, pattern, flags, groups, names):
        self._program = program
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self.groupindex = _Proxy(names) if names else {}
        self._templates = {}

    def _find(self, string, pos, endpos, mode):
        spans = _re.find(self._program, string, pos, endpos, mode)
        if spans is None:
            return None
        return self._match(spans, string, pos, endpos)

    def _match(self, spans, string, pos, endpos):
        size = len(string)
        return Match(spans, self, string, min(max(pos, 0), size), min(max(endpos, 0), size))

    def match(self, string, pos=0, endpos=_END):
        return self._find(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_END):
        return self._find(string, pos, endpos, 2)

    def search(self, string, pos=0, endpos=_END):
        return self._find(string, pos, endpos, 0)

    def findall(self, string, pos=0, endpos=_END):
        return _re.findall(self._program, string, pos, endpos)

    def finditer(self, string, pos=0, endpos=_END):
        found = _re.scan(self._program, string, pos, endpos, 0)
        one_by_one = iter([self._match(spans, string, pos, endpos) for spans in found])
        return iter(lambda: next(one_by_one, None), None)

    def scanner(self, string, pos=0, endpos=_END):
        return _Scanner(self, string, pos, endpos)

    def split(self, string, maxsplit=0):
        maxsplit = _index(maxsplit)
        string = _plain(string)
        if maxsplit < 0:
            _re.find(self._program, string, 0, 0, 0)
            return [string[:]]
        pieces, last = [], 0
        for spans in _re.scan(self._program, string, 0, _END, maxsplit):
            pieces.append(string[last:spans[0]])
            for at in range(2, len(spans) - 1, 2):
                pieces.append(None if spans[at] < 0 else string[spans[at]:spans[at + 1]])
            last = spans[1]
        pieces.append(string[last:])
        return pieces

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        count = _index(count)
        template = None
        string = _plain(string)
        if not callable(repl):
            template = _template(self, repl)
            if not template and isinstance(repl, str) != isinstance(string, str):
                template = [repl]
        found = _re.scan(self._program, string, 0, _END, max(count, 0)) if count >= 0 else []
        pieces, last = [], 0
        for spans in found:
            if last < spans[0]:
                pieces.append(string[last:spans[0]])
            if template is None:
                piece = repl(self._match(spans, string, 0, _END))
                if piece is not None:
                    pieces.append(piece)
            elif len(template) == 1 and not isinstance(template[0], int):
                pieces.append(template[0])
            else:
                for piece in template:
                    if isinstance(piece, int):
                        if spans[2 * piece] >= 0:
                            pieces.append(string[spans[2 * piece]:spans[2 * piece + 1]])
                    else:
                        pieces.append(piece)
            last = spans[1]
        if last < len(string):
            pieces.append(string[last:])
        empty = '' if isinstance(string, str) else b''
        return empty.join(pieces), len(found)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self is other or (self.flags == other.flags and type(self.pattern) is type(other.pattern)
                                  and self.pattern == other.pattern))

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return compile, (self.pattern, self.flags)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & 292 == 32:
            flags &= ~32
        shown = f'{self.pattern!r:.200}'
        return f're.compile({shown}, {_flag_text(flags, _PATTERN_FLAGS)})' if flags else f're.compile({shown})'

    __class_getitem__ = classmethod(_GenericAlias)


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._found = None
        self._pos = pos
        self._endpos = endpos

    def search(self):
        if self._found is None:
            self._found = self.pattern.finditer(self._string, self._pos, self._endpos)
        return next(self._found, None)

    def match(self):
        if self._pos is None:
            return None
        found = self.pattern.match(self._string, self._pos, self._endpos)
        self._pos = None if found is None else found.end() + (found.end() == found.start())
        return found


# What `sub` and `expand` are given: texts, and numbers of groups.

def _filled(template, match):
    empty = '' if isinstance(match.string, str) else b''
    return empty.join([match._text(piece, empty) if isinstance(piece, int) else piece for piece in template])


def _template(pattern, text):
    known = pattern._templates
    key = (type(text), bytes(text) if isinstance(text, bytearray) else text)
    if key not in known:
        if not isinstance(text, (str, bytes, bytearray)):
            raise TypeError('decoding to str: need a bytes-like object, '
                            f'{type(text).__name__} found')
        if len(known) > 100:
            known.clear()
        known[key] = _Template(pattern, text).pieces
    return known[key]


_CONTROLS = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}
_OCTAL = '01234567'


class _Template:
    def __init__(self, pattern, text):
        self.pattern = pattern
        self.given = text
        self.is_text = isinstance(text, str)
        self.text = _plain(text) if self.is_text else text.decode('latin-1')
        self.pieces = []
        self.plain = []
        at = 0
        while True:
            backslash = self.text.find('\\', at)
            if backslash < 0:
                self.plain.append(self.text[at:])
                break
            self.plain.append(self.text[at:backslash])
            if backslash + 1 >= len(self.text):
                raise PatternError('bad escape (end of pattern)', text, backslash)
            at = self._escape(backslash, self.text[backslash + 1])
        self._flush()

    def _flush(self):
        plain = ''.join(self.plain)
        self.plain = []
        if plain:
            self.pieces.append(plain if self.is_text else plain.encode('latin-1'))

    def _group(self, number, place):
        if number > self.pattern.groups:
            raise PatternError(f'invalid group reference {number}', self.given, place)
        self._flush()
        self.pieces.append(number)

    def _escape(self, start, letter):
        text, at = self.text, start + 2
        if letter == 'g':
            return self._named(at)
        if letter == '0':
            digits = '0'
            while len(digits) < 3 and text[at:at + 1] and text[at] in _OCTAL:
                digits += text[at]
                at += 1
            self.plain.append(chr(int(digits, 8)))
        elif letter in '123456789':
            digits = letter
            if text[at:at + 1] and text[at] in '0123456789':
                digits += text[at]
                at += 1
                if digits[0] in _OCTAL and digits[1] in _OCTAL and text[at:at + 1] and text[at] in _OCTAL:
                    digits += text[at]
                    at += 1
                    code = int(digits, 8)
                    if code > 0o377:
                        raise PatternError(f'octal escape value \\{digits} outside of range 0-0o377',
                                           self.given, start)
                    self.plain.append(chr(code))
                    return at
            self._group(int(digits), start + 1)
        elif letter in _CONTROLS:
            self.plain.append(_CONTROLS[letter])
        elif letter.isascii() and letter.isalpha():
            raise PatternError(f'bad escape \\{letter}', self.given, start)
        else:
            self.plain.append('\\' + letter)
        return at

    def _named(self, at):
        text = self.text
        if text[at:at + 1] != '<':
            raise PatternError('missing <', self.given, at)
        end = text.find('>', at)
        if end < 0:
            if at + 1 == len(text):
                raise PatternError('missing group name', self.given, at + 1)
            raise PatternError('missing >, unterminated name', self.given, at + 1)
        name = text[at + 1:end]
        if not name:
            raise PatternError('missing group name', self.given, at + 1)
        if name.isdecimal() and name.isascii():
            self._group(int(name), at + 1)
        else:
            if not self.is_text and not name.isascii():
                shown = ascii(name.encode('latin-1'))[1:]
                raise PatternError(f'bad character in group name {shown}', self.given, at + 1)
            if not name.isidentifier():
                raise PatternError(f'bad character in group name {name!r}', self.given, at + 1)
            if name not in self.pattern.groupindex:
                raise IndexError(f'unknown group name {name!r}')
            self._group(self.pattern.groupindex[name], at + 1)
        return end + 1


_compiled = {}


def _pattern(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = (type(pattern), pattern, flags)
    found = _compiled.get(key)
    if found is not None:
        return found
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError('first argument must be string or compiled pattern')
    if not isinstance(flags, int):
        flags & 1
    parts = _re.compile(pattern, flags)
    if len(parts) == 2:
        raise PatternError(parts[0], None if parts[1] is None else pattern, parts[1])
    program, all_flags, groups, names, warned = parts
    for message in warned:
        import warnings
        warnings.warn(message, FutureWarning, stacklevel=1)
    made = Pattern(program, pattern, all_flags, groups, names)
    if len(_compiled) >= 512:
        del _compiled[next(iter(_compiled))]
    _compiled[key] = made
    return made


def compile(pattern, flags=0):
    return _pattern(pattern, flags)


def match(pattern, string, flags=0):
    return _pattern(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _pattern(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _pattern(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _pattern(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _pattern(pattern, flags).finditer(string)


def _by_position(function, first, args, count, flags):
    # `count` (or `maxsplit`) and `flags` by position are on their way out.
    if not args:
        return (0 if count is _UNSET else count), (0 if flags is _UNSET else flags)
    if count is not _UNSET:
        raise TypeError(f"{function}() got multiple values for argument '{first}'")
    count, *args = args
    if args:
        if flags is not _UNSET:
            raise TypeError(f"{function}() got multiple values for argument 'flags'")
        flags, *args = args
        if args:
            least = 2 if function == 'split' else 3
            raise TypeError(f'{function}() takes from {least} to {least + 2} positional arguments '
                            f'but {least + 2 + len(args)} were given')
    import warnings
    warnings.warn(f"'{first}' is passed as positional argument", DeprecationWarning, stacklevel=1)
    return count, (0 if flags is _UNSET else flags)


def sub(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    count, flags = _by_position('sub', 'count', args, count, flags)
    return _pattern(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    count, flags = _by_position('subn', 'count', args, count, flags)
    return _pattern(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_UNSET, flags=_UNSET):
    maxsplit, flags = _by_position('split', 'maxsplit', args, maxsplit, flags)
    return _pattern(pattern, flags).split(string, maxsplit)


def purge():
    _compiled.clear()


_SPECIAL = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, 'latin1').translate(_SPECIAL).encode('latin1')


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = [(_pattern(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        result, at = [], 0
        while True:
            for pattern, action in self._actions:
                found = pattern.match(string, at)
                if found is not None:
                    break
            else:
                break
            if found.end() == at:
                break
            at = found.end()
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
        return result, string[at:]
