# Objects from the bytes of a pickle: a small machine with a stack, and a memo of what may be meant again.

from io import BytesIO as _BytesIO
import sys as _sys

from _pickle_opcodes import _LETTERS

from _compat_pickle import NAME_MAPPING as _OLD_NAMES

_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items()}
_MODERN_NAMES = {'__builtin__': 'builtins', 'copy_reg': 'copyreg', 'Queue': 'queue', 'ConfigParser': 'configparser'}


class PickleError(Exception):
    pass


class UnpicklingError(PickleError):
    pass


PickleError.__module__ = UnpicklingError.__module__ = '_pickle'


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        if not (hasattr(file, 'read') and hasattr(file, 'readline')):
            raise TypeError("file must have 'read', 'readinto' and 'readline' attributes")
        self._file = file
        self._fix_imports, self._encoding, self._errors = fix_imports, encoding, errors
        self.memo = {}

    def load(self):
        self._stack, self._marks, self.proto = [], [], 0
        read = self._file.read
        while True:
            letter = read(1)
            if not letter:
                raise EOFError('Ran out of input')
            do = _DO.get(letter)
            if do is None:
                raise UnpicklingError(f"invalid load key, '{_shown(letter[0])}'.")
            if do is _stop:
                if not self._stack:
                    raise UnpicklingError('unpickling stack underflow')
                return self._stack.pop()
            try:
                do(self)
            except IndexError:
                raise UnpicklingError('unpickling stack underflow') from None

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, '
                              'but no persistent_load function was specified.')

    def find_class(self, module, name):
        if self.proto < 3 and self._fix_imports:
            module, name = _NEW_NAMES.get((module, name), (module, name))
            module = _MODERN_NAMES.get(module, module)
        __import__(module)
        found = _sys.modules[module]
        if self.proto < 4:
            return getattr(found, name)
        for part in name.split('.'):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {_sys.modules[module]!r}") from None
        return found

    def _read(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return line[:-1]

    def _number(self, size):
        return int.from_bytes(self._read(size), 'little')

    def _push(self, value):
        self._stack.append(value)

    def _since_mark(self):
        if not self._marks:
            raise UnpicklingError('could not find MARK')
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _text(self, data):
        return data if self._encoding == 'bytes' else data.decode(self._encoding, self._errors)


def _shown(byte):
    return chr(byte) if 32 <= byte < 127 else f'\\x{byte:02x}'


def _stop(self):
    pass


def _proto(self):
    self.proto = self._read(1)[0]
    if self.proto > 5:
        raise ValueError(f'unsupported pickle protocol: {self.proto}')


def _int(self):
    line = self._line()
    self._push({b'00': False, b'01': True}[line] if line in (b'00', b'01') else int(line, 0))


def _float8(self):
    from struct import unpack
    self._push(unpack('>d', self._read(8))[0])


def _signed(size):
    return lambda self: self._push(int.from_bytes(self._read(size), 'little', signed=True))


def _unsigned(size):
    return lambda self: self._push(self._number(size))


def _long(size):
    return lambda self: self._push(int.from_bytes(self._read(self._number(size)), 'little', signed=True))


def _sized(size, convert):
    return lambda self: self._push(convert(self, self._read(self._number(size))))


def _string(self):
    from codecs import escape_decode
    line = self._line()
    if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
        raise UnpicklingError('the STRING opcode argument must be quoted')
    self._push(self._text(escape_decode(line[1:-1])[0]))


def _from_raw(text):
    import re
    return re.sub(r'\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})', lambda found: chr(int(found[1] or found[2], 16)), text)


def _constant(value):
    return lambda self: self._push(value)


def _short_tuple(count):
    def do(self):
        items = tuple(self._stack[-count:])
        if len(items) < count:
            raise IndexError
        self._stack[-count:] = [items]
    return do


def _mark(self):
    self._marks.append(self._stack)
    self._stack = []


def _pop(self):
    if self._stack:
        self._stack.pop()
    elif self._marks:
        self._since_mark()
    else:
        raise IndexError


def _collected(make):
    def do(self):
        items = self._since_mark()
        self._push(make(items))
    return do


def _pairs(items):
    return {items[at]: items[at + 1] for at in range(0, len(items), 2)}


def _append(self):
    value = self._stack.pop()
    self._stack[-1].append(value)


def _appends(self):
    items = self._since_mark()
    made = self._stack[-1]
    extend = getattr(made, 'extend', None)
    if extend is not None:
        extend(items)
        return
    for item in items:
        made.append(item)


def _set_item(self):
    value, key = self._stack.pop(), self._stack.pop()
    self._stack[-1][key] = value


def _set_items(self):
    items = self._since_mark()
    made = self._stack[-1]
    for at in range(0, len(items), 2):
        made[items[at]] = items[at + 1]


def _add_items(self):
    items = self._since_mark()
    made = self._stack[-1]
    if isinstance(made, set):
        made.update(items)
        return
    for item in items:
        made.add(item)


def _reduce(self):
    args = self._stack.pop()
    self._stack[-1] = self._stack[-1](*args)


def _new(self):
    args = self._stack.pop()
    cls = self._stack.pop()
    self._push(cls.__new__(cls, *args))


def _new_ex(self):
    kwargs, args = self._stack.pop(), self._stack.pop()
    cls = self._stack.pop()
    self._push(cls.__new__(cls, *args, **kwargs))


def _build(self):
    state = self._stack.pop()
    made = self._stack[-1]
    restore = getattr(made, '__setstate__', None)
    if restore is not None:
        restore(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        own = made.__dict__
        for name, value in state.items():
            own[_sys.intern(name) if type(name) is str else name] = value
    if slots:
        for name, value in slots.items():
            setattr(made, name, value)


def _global(self):
    module, name = self._line().decode(), self._line().decode()
    self._push(self.find_class(module, name))


def _stack_global(self):
    name, module = self._stack.pop(), self._stack.pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError('STACK_GLOBAL requires str')
    self._push(self.find_class(module, name))


def _make(self, cls, args):
    self._push(cls(*args) if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__')
               else cls.__new__(cls))


def _inst(self):
    cls = self.find_class(self._line().decode('ascii'), self._line().decode('ascii'))
    _make(self, cls, self._since_mark())


def _obj(self):
    cls, *args = self._since_mark()
    _make(self, cls, args)


def _put(read):
    def do(self):
        self.memo[read(self)] = self._stack[-1]
    return do


def _get(read):
    def do(self):
        index = read(self)
        if index not in self.memo:
            raise UnpicklingError(f'Memo value not found at index {index}')
        self._push(self.memo[index])
    return do


def _line_number(self):
    return int(self._line())


_DO = {_LETTERS[name]: do for name, do in {
    'STOP': _stop, 'PROTO': _proto, 'FRAME': lambda self: self._read(8), 'NONE': _constant(None),
    'NEWTRUE': _constant(True), 'NEWFALSE': _constant(False), 'INT': _int, 'BININT': _signed(4),
    'BININT1': _unsigned(1), 'BININT2': _unsigned(2), 'LONG1': _long(1), 'LONG4': _long(4),
    'LONG': lambda self: self._push(int(self._line().rstrip(b'L'))), 'BINFLOAT': _float8,
    'FLOAT': lambda self: self._push(float(self._line())), 'STRING': _string,
    'BINSTRING': _sized(4, Unpickler._text), 'SHORT_BINSTRING': _sized(1, Unpickler._text),
    'BINBYTES': _sized(4, lambda self, data: data), 'SHORT_BINBYTES': _sized(1, lambda self, data: data),
    'BINBYTES8': _sized(8, lambda self, data: data), 'BYTEARRAY8': _sized(8, lambda self, data: bytearray(data)),
    'UNICODE': lambda self: self._push(_from_raw(self._line().decode('latin-1'))),
    'BINUNICODE': _sized(4, lambda self, data: data.decode()), 'BINUNICODE8': _sized(8, lambda self, data: data.decode()),
    'SHORT_BINUNICODE': _sized(1, lambda self, data: data.decode()),
    'TUPLE': _collected(tuple), 'EMPTY_TUPLE': _constant(()), 'TUPLE1': _short_tuple(1), 'TUPLE2': _short_tuple(2),
    'TUPLE3': _short_tuple(3), 'EMPTY_LIST': lambda self: self._push([]), 'EMPTY_DICT': lambda self: self._push({}),
    'EMPTY_SET': lambda self: self._push(set()), 'LIST': _collected(lambda items: items), 'DICT': _collected(_pairs),
    'FROZENSET': _collected(frozenset), 'MARK': _mark, 'POP': _pop, 'POP_MARK': Unpickler._since_mark,
    'DUP': lambda self: self._push(self._stack[-1]), 'APPEND': _append, 'APPENDS': _appends, 'SETITEM': _set_item,
    'SETITEMS': _set_items, 'ADDITEMS': _add_items, 'REDUCE': _reduce, 'NEWOBJ': _new, 'NEWOBJ_EX': _new_ex,
    'BUILD': _build, 'GLOBAL': _global, 'STACK_GLOBAL': _stack_global, 'INST': _inst, 'OBJ': _obj,
    'PUT': _put(_line_number), 'BINPUT': _put(lambda self: self._number(1)),
    'LONG_BINPUT': _put(lambda self: self._number(4)), 'MEMOIZE': _put(lambda self: len(self.memo)),
    'GET': _get(_line_number), 'BINGET': _get(lambda self: self._number(1)),
    'LONG_BINGET': _get(lambda self: self._number(4)),
    'PERSID': lambda self: self._push(self.persistent_load(self._line().decode('ascii'))),
    'BINPERSID': lambda self: self._push(self.persistent_load(self._stack.pop())),
}.items()}


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(_BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()
