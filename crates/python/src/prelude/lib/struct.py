# Numbers and texts as bytes by a format. The work is done by `_struct`, in Rust.

import _struct

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    __module__ = 'struct'


def _checked(result):
    if isinstance(result, str):
        raise error(result)
    return result


def _buffer(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


class Struct:
    def __init__(self, format):
        if not isinstance(format, (str, bytes)):
            raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
        self.size, self._count = _checked(_struct.calcsize(format))
        self.format = format if isinstance(format, str) else format.decode()

    def pack(self, *values):
        if len(values) != self._count:
            raise error(f'pack expected {self._count} items for packing (got {len(values)})')
        return _checked(_struct.pack(self.format, values))

    def pack_into(self, buffer, offset, *values):
        if len(values) != self._count:
            raise error(f'pack_into expected {self._count} items for packing (got {len(values)})')
        if not isinstance(buffer, bytearray):
            raise TypeError(f'pack_into() argument 1 must be read-write bytes-like object, '
                            f'not {type(buffer).__name__}')
        given, size = offset, len(buffer)
        if offset < 0:
            if offset + self.size > 0:
                raise error(f'no space to pack {self.size} bytes at offset {given}')
            if offset + size < 0:
                raise error(f'offset {given} out of range for {size}-byte buffer')
            offset += size
        if size - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {offset + self.size} bytes for packing '
                        f'{self.size} bytes at offset {offset} (actual buffer size is {size})')
        buffer[offset:offset + self.size] = _checked(_struct.pack(self.format, values))

    def unpack(self, buffer, /):
        buffer = _buffer(buffer)
        if len(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return _struct.unpack(self.format, buffer)

    def unpack_from(self, /, buffer, offset=0):
        buffer = _buffer(buffer)
        given, size = offset, len(buffer)
        if offset < 0:
            if offset + self.size > 0:
                raise error(f'not enough data to unpack {self.size} bytes at offset {given}')
            if offset + size < 0:
                raise error(f'offset {given} out of range for {size}-byte buffer')
            offset += size
        if size - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking '
                        f'{self.size} bytes at offset {offset} (actual buffer size is {size})')
        return _struct.unpack(self.format, buffer[offset:offset + self.size])

    def iter_unpack(self, buffer, /):
        if self.size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        buffer = _buffer(buffer)
        if len(buffer) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return iter([_struct.unpack(self.format, buffer[at:at + self.size])
                     for at in range(0, len(buffer), self.size)])

    def __repr__(self):
        return f'{type(self).__name__}({self.format!r})'


_known = {}


def _of(format):
    found = _known.get(format)
    if found is None:
        if len(_known) > 100:
            _known.clear()
        found = _known[format] = Struct(format)
    return found


def calcsize(format, /):
    return _of(format).size


def pack(format, /, *values):
    return _of(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _of(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _of(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _of(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _of(format).iter_unpack(buffer)
