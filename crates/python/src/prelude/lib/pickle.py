# Objects as bytes, in the protocols 0 to 5. What is taken apart how is in `copyreg` and in the classes themselves.

from _compat_pickle import IMPORT_MAPPING as _OLD_MODULES, NAME_MAPPING as _OLD_NAMES
from copyreg import dispatch_table
from io import BytesIO as _BytesIO
import sys as _sys

from _pickle_opcodes import *
from _unpickler import PickleError, UnpicklingError, Unpickler, load, loads

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads']

HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5
format_version = '5.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
_BATCH, _FRAME_SIZE = 1000, 64 * 1024


class PicklingError(PickleError):
    pass


PicklingError.__module__ = '_pickle'


def _kind(obj):
    return type(obj).__qualname__


def _little(number, size):
    return number.to_bytes(size, 'little')


def _find(module, name):
    if module not in _sys.modules:
        __import__(module)
    found = _sys.modules[module]
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local object {name!r}")
        found = getattr(found, part)
    return found


def whichmodule(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    owner = getattr(obj, '__self__', None)
    if type(owner) is type(_sys):
        return owner.__name__
    for module, loaded in list(_sys.modules.items()):
        try:
            if module not in ('__main__', '__mp_main__') and _find(module, name) is obj:
                return module
        except (AttributeError, KeyError, ImportError):
            pass
    return '__main__'


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        self.proto, self.bin = protocol, protocol >= 1
        self.memo = {}
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        self._out = out = []
        self._begun = 0
        if self.proto >= 2:
            self._file.write(PROTO + bytes([self.proto]))
        self.save(obj)
        out.append(STOP)
        self._end_frame()

    def _end_frame(self):
        content = b''.join(self._out)
        if self.proto >= 4 and len(content) >= 4:
            self._file.write(FRAME + _little(len(content), 8))
        self._file.write(content)
        self._out.clear()
        self._begun = 0

    def _put(self, data):
        self._out.append(data)
        self._begun += len(data)

    def _large(self, head, data):
        # Long data stands between the frames.
        if self.proto >= 4 and len(data) >= _FRAME_SIZE:
            self._end_frame()
            self._file.write(head + data)
        else:
            self._put(head + data)

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self._put(MEMOIZE)
        elif self.bin:
            self._put(BINPUT + bytes([index]) if index < 256 else LONG_BINPUT + _little(index, 4))
        else:
            self._put(PUT + b'%d\n' % index)

    def get(self, index):
        if self.bin:
            return BINGET + bytes([index]) if index < 256 else LONG_BINGET + _little(index, 4)
        return GET + b'%d\n' % index

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        if self.proto >= 4 and self._begun >= _FRAME_SIZE:
            self._end_frame()
        if save_persistent_id and (name := self.persistent_id(obj)) is not None:
            self._save_persistent(name)
            return
        if (known := self.memo.get(id(obj))) is not None:
            self._put(self.get(known[0]))
            return
        kind = type(obj)
        override = getattr(self, 'reducer_override', None)
        if override is None or kind in _PLAIN_KINDS:
            if (save := _SAVE.get(kind)) is not None:
                save(self, obj)
                return
        reduced = NotImplemented if override is None else override(obj)
        if reduced is NotImplemented:
            if (save := _SAVE.get(kind)) is not None:
                save(self, obj)
                return
            take_apart = getattr(self, 'dispatch_table', dispatch_table).get(kind)
            if take_apart is not None:
                reduced = take_apart(obj)
            elif issubclass(kind, type):
                self.save_global(obj)
                return
            else:
                reduced = kind.__reduce_ex__(obj, self.proto)
        if isinstance(reduced, str):
            self.save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError(f'__reduce__ must return a string or tuple, not {_kind(reduced)}')
        if not 2 <= len(reduced) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        try:
            self._save_reduce(obj, *reduced)
        except BaseException as exc:
            exc.add_note(f'when serializing {_kind(obj)} object')
            raise

    def _save_persistent(self, name):
        if self.bin:
            self.save(name, save_persistent_id=False)
            self._put(BINPERSID)
        else:
            try:
                self._put(PERSID + str(name).encode('ascii') + b'\n')
            except UnicodeEncodeError:
                raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    def _part(self, value, owner, what):
        try:
            self.save(value)
        except BaseException as exc:
            exc.add_note(f'when serializing {_kind(owner)} {what}')
            raise

    def _save_reduce(self, obj, func, args, state=None, items=None, pairs=None, state_setter=None):
        if not callable(func):
            raise PicklingError(f'first item of the tuple returned by __reduce__ must be callable, not {_kind(func)}')
        if not isinstance(args, tuple):
            raise PicklingError(f'second item of the tuple returned by __reduce__ must be a tuple, not {_kind(args)}')
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            cls, given, kwargs = args
            if self.proto >= 4:
                self._part(cls, obj, 'class')
                self._part(given, obj, '__new__ arguments')
                self._part(kwargs, obj, '__new__ arguments')
                self._put(NEWOBJ_EX)
            else:
                from functools import partial
                self._part(partial(cls.__new__, cls, *given, **kwargs), obj, 'reconstructor')
                self._part((), obj, 'reconstructor arguments')
                self._put(REDUCE)
        elif self.proto >= 2 and name == '__newobj__':
            self._part(args[0], obj, 'class')
            self._part(args[1:], obj, '__new__ arguments')
            self._put(NEWOBJ)
        else:
            self._part(func, obj, 'reconstructor')
            self._part(args, obj, 'reconstructor arguments')
            self._put(REDUCE)
        if id(obj) in self.memo:
            # A cycle has come back here by way of the arguments.
            self._put(POP + self.get(self.memo[id(obj)][0]))
        else:
            self.memoize(obj)
        if items is not None:
            self._batch(items, obj, False)
        if pairs is not None:
            self._batch(pairs, obj, True)
        if state is not None:
            if state_setter is None:
                self._part(state, obj, 'state')
                self._put(BUILD)
            else:
                self._part(state_setter, obj, 'state setter')
                self.save(obj)
                self._part(state, obj, 'state')
                self._put(TUPLE2 + REDUCE + POP)

    def _batch(self, items, owner, pairs, exact=False):
        single, several = (SETITEM, SETITEMS) if pairs else (APPEND, APPENDS)
        items = list(items)
        size = _BATCH if self.bin else 1
        for start in range(0, len(items), size):
            batch = items[start:start + size]
            alone = len(batch) == 1 and not (exact and start and self.bin)
            if not alone:
                self._put(MARK)
            for index, item in enumerate(batch, start):
                if pairs:
                    self.save(item[0])
                    self._part(item[1], owner, f'item {item[0]!r}')
                else:
                    self._part(item, owner, f'item {index}')
            self._put(single if alone else several)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None)
            if name is None:
                name = obj.__name__
        module = whichmodule(obj, name)
        if '<locals>' in name.split('.'):
            raise PicklingError(f"Can't pickle local object {obj!r}")
        try:
            found = _find(module, name)
        except (ImportError, KeyError) as exc:
            raise PicklingError(f"Can't pickle {obj!r}: {exc!s}") from None
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        if self.proto >= 4:
            self.save(_sys.intern(module))
            self.save(_sys.intern(name))
            self._put(STACK_GLOBAL)
        elif '.' in name and self.proto < 4:
            first, *path = name.split('.')
            for part in path:
                self.save(getattr)
                if self.proto < 2:
                    self._put(MARK)
            self._toplevel(module, first)
            for part in path:
                self.save(part)
                self._put((TUPLE if self.proto < 2 else TUPLE2) + REDUCE)
        else:
            self._toplevel(module, name)
        self.memoize(obj)

    def _toplevel(self, module, name):
        if self.fix_imports:
            if (module, name) in _OLD_NAMES:
                module, name = _OLD_NAMES[module, name]
            module = _OLD_MODULES.get(module, module)
        self._put(GLOBAL + f'{module}\n{name}\n'.encode())


def _save_none(self, obj):
    self._put(NONE)


def _save_bool(self, obj):
    if self.proto >= 2:
        self._put(NEWTRUE if obj else NEWFALSE)
    else:
        self._put(b'I01\n' if obj else b'I00\n')


def _save_int(self, obj):
    if self.bin and 0 <= obj <= 0xff:
        self._put(BININT1 + bytes([obj]))
    elif self.bin and 0 <= obj <= 0xffff:
        self._put(BININT2 + _little(obj, 2))
    elif -0x80000000 <= obj <= 0x7fffffff:
        self._put(BININT + obj.to_bytes(4, 'little', signed=True) if self.bin else b'I%d\n' % obj)
    elif self.proto >= 2:
        data = obj.to_bytes((obj.bit_length() >> 3) + 1, 'little', signed=True)
        if obj < 0 and len(data) > 1 and data[-1] == 0xff and data[-2] & 0x80:
            data = data[:-1]
        self._put((LONG1 + bytes([len(data)]) if len(data) < 256 else LONG4 + _little(len(data), 4)) + data)
    else:
        self._put(b'L%dL\n' % obj)


def _save_float(self, obj):
    from struct import pack
    self._put(BINFLOAT + pack('>d', obj) if self.bin else b'F' + repr(obj).encode() + b'\n')


def _save_bytes(self, obj):
    if self.proto < 3:
        if obj:
            from codecs import encode
            self._save_reduce(obj, encode, (str(obj, 'latin1'), 'latin1'))
        else:
            self._save_reduce(obj, bytes, ())
        return
    size = len(obj)
    if size <= 0xff:
        self._put(SHORT_BINBYTES + bytes([size]) + obj)
    elif size > 0xffffffff and self.proto >= 4:
        self._large(BINBYTES8 + _little(size, 8), obj)
    else:
        self._large(BINBYTES + _little(size, 4), obj)
    self.memoize(obj)


def _save_bytearray(self, obj):
    if self.proto < 5:
        self._save_reduce(obj, bytearray, (bytes(obj),) if obj else ())
        return
    self._large(BYTEARRAY8 + _little(len(obj), 8), bytes(obj))
    self.memoize(obj)


def _raw(char):
    # A character of a text in one line.
    code = ord(char)
    if code < 256:
        return f'\\u{code:04x}' if char in '\\\0\n\r\x1a' else char
    return f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


def _save_str(self, obj):
    if self.bin:
        data = obj.encode('utf-8')
        size = len(data)
        if size <= 0xff and self.proto >= 4:
            self._put(SHORT_BINUNICODE + bytes([size]) + data)
        else:
            self._large(BINUNICODE + _little(size, 4), data)
    else:
        self._put(UNICODE + ''.join([_raw(char) for char in obj]).encode('latin-1') + b'\n')
    self.memoize(obj)


def _save_tuple(self, obj):
    if not obj:
        self._put(EMPTY_TUPLE if self.bin else MARK + TUPLE)
        return
    short = len(obj) <= 3 and self.proto >= 2
    if not short:
        self._put(MARK)
    for index, item in enumerate(obj):
        self._part(item, obj, f'item {index}')
    known = self.memo.get(id(obj))
    if known is not None:
        # The tuple holds itself, by way of something else.
        drop = POP * len(obj) if short else POP_MARK if self.bin else POP * (len(obj) + 1)
        self._put(drop + self.get(known[0]))
        return
    self._put((TUPLE1, TUPLE2, TUPLE3)[len(obj) - 1] if short else TUPLE)
    self.memoize(obj)


def _save_list(self, obj):
    self._put(EMPTY_LIST if self.bin else MARK + LIST)
    self.memoize(obj)
    self._batch(obj, obj, False, exact=True)


def _save_dict(self, obj):
    self._put(EMPTY_DICT if self.bin else MARK + DICT)
    self.memoize(obj)
    self._batch(obj.items(), obj, True, exact=True)


def _save_set(self, obj):
    if self.proto < 4:
        self._save_reduce(obj, set, (list(obj),))
        return
    self._put(EMPTY_SET)
    self.memoize(obj)
    items = list(obj)
    for start in range(0, len(items), _BATCH):
        self._put(MARK)
        for item in items[start:start + _BATCH]:
            self._part(item, obj, 'element')
        self._put(ADDITEMS)


def _save_frozenset(self, obj):
    if self.proto < 4:
        self._save_reduce(obj, frozenset, (list(obj),))
        return
    self._put(MARK)
    for item in obj:
        self._part(item, obj, 'element')
    if (known := self.memo.get(id(obj))) is not None:
        self._put(POP_MARK + self.get(known[0]))
        return
    self._put(FROZENSET)
    self.memoize(obj)


def _save_type(self, obj):
    for one in (None, NotImplemented, ...):
        if obj is type(one):
            self._save_reduce(obj, type, (one,))
            return
    self.save_global(obj)


def _save_builtin(self, obj):
    owner = getattr(obj, '__self__', None)
    if owner is None or type(owner) is type(_sys):
        self.save_global(obj)
    else:
        self._save_reduce(obj, getattr, (owner, obj.__name__))


_PLAIN_KINDS = frozenset([type(None), bool, int, float, bytes, bytearray, str, tuple, list, dict, set, frozenset])
_SAVE = {
    type(None): _save_none, bool: _save_bool, int: _save_int, float: _save_float, bytes: _save_bytes,
    bytearray: _save_bytearray, str: _save_str, tuple: _save_tuple, list: _save_list, dict: _save_dict,
    set: _save_set, frozenset: _save_frozenset, type: _save_type, type(_kind): Pickler.save_global,
    type(len): _save_builtin, type(...): lambda self, obj: self.save_global(obj, 'Ellipsis'),
    type(NotImplemented): lambda self, obj: self.save_global(obj, 'NotImplemented'),
}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = _BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()
