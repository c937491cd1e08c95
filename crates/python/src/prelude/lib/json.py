# JSON: texts from values and values from texts.


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


JSONDecodeError.__module__ = 'json.decoder'
_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def _quoted(text, ensure_ascii):
    out = []
    for char in text:
        if char in _ESCAPES:
            out.append(_ESCAPES[char])
        elif char < ' ' or ensure_ascii and char > '~':
            code = ord(char)
            if code > 0xffff:
                code -= 0x10000
                out.append(f'\\u{0xd800 + (code >> 10):04x}\\u{0xdc00 + (code & 0x3ff):04x}')
            else:
                out.append(f'\\u{code:04x}')
        else:
            out.append(char)
    return '"' + ''.join(out) + '"'


def _number(value, allow_nan):
    if value != value or value in (float('inf'), float('-inf')):
        if not allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
        return 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'
    return float.__repr__(value)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self._parts(o, '\n', []))

    def iterencode(self, o, _one_shot=False):
        return iter(self._parts(o, '\n', []))

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is None or key is True or key is False or isinstance(key, (int, float)):
            return ''.join(self._parts(key, '\n', []))
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _parts(self, o, line, within):
        if isinstance(o, str):
            return [_quoted(o, self.ensure_ascii)]
        if o is None:
            return ['null']
        if o is True:
            return ['true']
        if o is False:
            return ['false']
        if isinstance(o, int):
            return [int.__repr__(o)]
        if isinstance(o, float):
            return [_number(o, self.allow_nan)]
        if id(o) in within:
            raise ValueError('Circular reference detected')
        within.append(id(o))
        inner = line if self.indent is None else line + self.indent
        before = '' if self.indent is None else inner
        after = '' if self.indent is None else line
        items = []
        if isinstance(o, dict):
            pairs = sorted(o.items()) if self.sort_keys else o.items()
            for key, value in pairs:
                key = self._key(key)
                if key is not None:
                    items.append([_quoted(key, self.ensure_ascii), self.key_separator]
                                 + self._parts(value, inner, within))
            opening, closing = '{}'
        elif isinstance(o, (list, tuple)):
            items = [self._parts(value, inner, within) for value in o]
            opening, closing = '[]'
        else:
            parts = self._parts(self.default(o), line, within)
            within.pop()
            return parts
        within.pop()
        if not items:
            return [opening + closing]
        out = [opening, before]
        for index, parts in enumerate(items):
            if index:
                out += [self.item_separator, before]
            out += parts
        return out + [after, closing]


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, allow_nan=allow_nan, indent=indent,
                                separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


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
        return self._value(s, idx)

    def _value(self, s, at):
        char = s[at:at + 1]
        if char == '"':
            return self._string(s, at + 1)
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
        if s[end:end + 1] == '.' and s[end + 1:end + 2].isdigit():
            end += 1
            while end < len(s) and s[end] in '0123456789':
                end += 1
        if s[end:end + 1] in ('e', 'E'):
            power = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            if s[power:power + 1].isdigit():
                end = power
                while end < len(s) and s[end] in '0123456789':
                    end += 1
        return (self.parse_int if end == whole else self.parse_float)(s[at:end]), end

    def _string(self, s, at):
        begin = at - 1
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
                if self.strict:
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
                    code = 0x10000 + ((code - 0xd800) << 10 | _hex(s, at + 2) - 0xdc00)
                    at += 6
                out.append(chr(code))
                continue
            if char not in _SIMPLE:
                raise JSONDecodeError('Invalid \\escape', s, end)
            out.append(_SIMPLE[char])
            at = end + 2

    def _object(self, s, at):
        pairs = []
        at = _blank(s, at)
        if s[at:at + 1] == '}':
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
                key, at = self._string(s, at + 1)
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


def _hex(s, at):
    try:
        return int(s[at:at + 4], 16)
    except ValueError:
        raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1) from None


def _blank(s, at):
    while at < len(s) and s[at] in ' \t\n\r':
        at += 1
    return at


def loads(s, *, cls=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
