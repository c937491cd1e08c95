# Values from texts of JSON.

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_SIMPLE = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or float

    def decode(self, s):
        value, end = self.raw_decode(s, _blank(s, 0))
        end = _blank(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        return self._value(s, idx)

    def _value(self, s, at):
        char = s[at:at + 1]
        if char == '"':
            return scanstring(s, at + 1, self.strict)
        if char == '{':
            return self._object(s, at + 1)
        if char == '[':
            return self._array(s, at + 1)
        for word, value in (('null', None), ('true', True), ('false', False)):
            if s.startswith(word, at):
                return value, at + len(word)
        for word in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._numeric(s, at)

    def _numeric(self, s, at):
        end = at + (s[at:at + 1] == '-')
        start = end
        while end < len(s) and s[end] in '0123456789':
            end += 1
            if s[start] == '0':
                break
        if end == start:
            raise JSONDecodeError('Expecting value', s, at)
        whole = end
        if s[end:end + 1] == '.' and '0' <= s[end + 1:end + 2] <= '9':
            end += 1
            while end < len(s) and s[end] in '0123456789':
                end += 1
        if s[end:end + 1] in ('e', 'E'):
            power = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            if '0' <= s[power:power + 1] <= '9':
                end = power
                while end < len(s) and s[end] in '0123456789':
                    end += 1
        return (self.parse_int if end == whole else self.parse_float)(s[at:end]), end

    def _object(self, s, at):
        pairs = []
        at = _blank(s, at)
        if s[at:at + 1] == '}':
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
                key, at = scanstring(s, at + 1, self.strict)
                at = _blank(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _blank(s, at + 1))
                pairs.append((key, value))
                at = _blank(s, at)
                if s[at:at + 1] == '}':
                    at += 1
                    break
                if s[at:at + 1] != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _blank(s, at + 1)
                if s[at:at + 1] == '}':
                    raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at

    def _array(self, s, at):
        values = []
        at = _blank(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _blank(s, at)
            if s[at:at + 1] == ']':
                return values, at + 1
            if s[at:at + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _blank(s, at + 1)
            if s[at:at + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)


def scanstring(s, end, strict=True):
    # The text of a string, and where it ends; `end` is behind its first quote.
    begin, at = end - 1, end
    out = []
    while True:
        end = at
        while end < len(s) and s[end] not in '"\\' and s[end] >= ' ':
            end += 1
        out.append(s[at:end])
        if end >= len(s):
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        char = s[end]
        if char == '"':
            return ''.join(out), end + 1
        if char != '\\':
            if strict:
                raise JSONDecodeError('Invalid control character at', s, end)
            out.append(char)
            at = end + 1
            continue
        char = s[end + 1:end + 2]
        if not char:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if char == 'u':
            code = _hex(s, end + 2)
            at = end + 6
            if 0xd800 <= code < 0xdc00 and s[at:at + 2] == '\\u':
                low = _hex(s, at + 2)
                if 0xdc00 <= low < 0xe000:
                    code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                    at += 6
            out.append(chr(code))
            continue
        if char not in _SIMPLE:
            raise JSONDecodeError('Invalid \\escape', s, end)
        out.append(_SIMPLE[char])
        at = end + 2


_HEX = '0123456789abcdefABCDEF'


def _hex(s, at):
    digits = s[at:at + 4]
    if len(digits) != 4 or digits.strip(_HEX):
        raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)
    return int(digits, 16)


def _blank(s, at):
    while at < len(s) and s[at] in ' \t\n\r':
        at += 1
    return at
