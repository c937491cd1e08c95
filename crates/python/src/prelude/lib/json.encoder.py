# Texts of JSON from values.

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def _quoted(text, ensure_ascii):
    # A subclass is written as the text that it is, whatever its `__str__` says.
    if type(text) is not str:
        text = str.__str__(text)
    if text.isascii() and text.isprintable() and '"' not in text and '\\' not in text:
        return ''.join(['"', text, '"'])
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


def encode_basestring(s, /):
    return _of_text(s, False)


def encode_basestring_ascii(s, /):
    return _of_text(s, True)


def _of_text(s, ensure_ascii):
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    return _quoted(s, ensure_ascii)


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
        self.check_circular, self.sort_keys = check_circular, sort_keys
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
        return ''.join(self._whole(o))

    def iterencode(self, o, _one_shot=False):
        # What was made before an error is given out as well.
        out, failure = [], None
        try:
            self._put(o, '\n', set(), out)
        except Exception as error:
            failure = error
        yield from out
        if failure is not None:
            raise failure

    def _whole(self, o):
        out = []
        self._put(o, '\n', set(), out)
        return out

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is None or key is True or key is False or isinstance(key, (int, float)):
            return ''.join(self._whole(key))
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _put(self, o, line, within, out):
        if isinstance(o, str):
            out.append(_quoted(o, self.ensure_ascii))
        elif o is None:
            out.append('null')
        elif o is True:
            out.append('true')
        elif o is False:
            out.append('false')
        elif isinstance(o, int):
            out.append(int.__repr__(o))
        elif isinstance(o, float):
            out.append(_number(o, self.allow_nan))
        else:
            if self.check_circular:
                if id(o) in within:
                    raise ValueError('Circular reference detected')
                within.add(id(o))
            inner = line if self.indent is None else line + self.indent
            if isinstance(o, dict):
                self._put_dict(o, line, inner, within, out)
            elif isinstance(o, (list, tuple)):
                self._put_list(o, line, inner, within, out)
            else:
                made = self.default(o)
                try:
                    self._put(made, line, within, out)
                except Exception as error:
                    error.add_note(f'when serializing {self._type_of(o)} object')
                    raise
            within.discard(id(o))

    def _put_dict(self, o, line, inner, within, out):
        empty = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            name = self._key(key)
            if name is None:
                continue
            if not empty:
                out.append(self._separator(inner))
            elif self.indent is None:
                out.append('{')
            else:
                out += ['{', inner]
            out.append(_quoted(name, self.ensure_ascii))
            out.append(self.key_separator)
            try:
                self._put(value, inner, within, out)
            except Exception as error:
                error.add_note(f'when serializing {self._type_of(o)} item {key!r}')
                raise
            empty = False
        self._close(empty, '{}', line, out)

    def _put_list(self, o, line, inner, within, out):
        empty = True
        for place, value in enumerate(o):
            before = self._separator(inner) if not empty else '[' if self.indent is None else '[' + inner
            try:
                if value is None or isinstance(value, (str, int, float)):
                    self._put(value, inner, within, out)
                    out[-1] = before + out[-1]
                else:
                    out.append(before)
                    self._put(value, inner, within, out)
            except Exception as error:
                error.add_note(f'when serializing {self._type_of(o)} item {place}')
                raise
            empty = False
        self._close(empty, '[]', line, out)

    def _separator(self, inner):
        # What stands between two items.
        return self.item_separator if self.indent is None else self.item_separator + inner

    def _close(self, empty, brackets, line, out):
        if empty:
            out.append(brackets)
            return
        if self.indent is not None:
            out.append(line)
        out.append(brackets[1])

    def _type_of(self, o):
        # CPython's encoder in C, which takes no indentation, names the module as well.
        kind = type(o)
        if self.indent is not None or kind.__module__ in ('builtins', '__main__'):
            return kind.__name__
        return f'{kind.__module__}.{kind.__qualname__}'
