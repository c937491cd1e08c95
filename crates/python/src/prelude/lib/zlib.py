# Check sums; there is no compression here.

import _binascii

DEFLATED = 8
DEF_BUF_SIZE = 16384
MAX_WBITS = 15
Z_BEST_COMPRESSION, Z_BEST_SPEED, Z_DEFAULT_COMPRESSION, Z_NO_COMPRESSION = 9, 1, -1, 0


class error(Exception):
    __module__ = 'zlib'


def crc32(data, value=0, /):
    return _binascii.crc32(_checked(data), value)


def adler32(data, value=1, /):
    return _binascii.adler32(_checked(data), value)


def _checked(data):
    if not hasattr(data, '__buffer__') and not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


def _refused(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f'zlib.{name}(): Loopglass has no compression')
    function.__name__ = function.__qualname__ = name
    return function


compress, decompress, compressobj, decompressobj = [
    _refused(_name) for _name in ('compress', 'decompress', 'compressobj', 'decompressobj')]
