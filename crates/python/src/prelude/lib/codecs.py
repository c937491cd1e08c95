# Encodings by name. The codecs themselves are those of `str.encode` and `bytes.decode`, and a few from text to text
# or from bytes to bytes.

__all__ = ['encode', 'decode', 'lookup', 'getencoder', 'getdecoder', 'CodecInfo', 'BOM', 'BOM_UTF8', 'BOM_LE',
           'BOM_BE', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'


def _rotated(text, errors='strict'):
    small, large = 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    turned = small[13:] + small[:13] + large[13:] + large[:13]
    return text.translate(str.maketrans(small + large, turned))


def _to_hex(data, errors='strict'):
    return bytes(data).hex().encode()


def _from_hex(data, errors='strict'):
    return bytes.fromhex(bytes(data).decode())


def _to_base64(data, errors='strict'):
    import base64
    return base64.encodebytes(data)


def _from_base64(data, errors='strict'):
    import base64
    return base64.decodebytes(data)


_OTHERS = {
    'rot_13': (_rotated, _rotated), 'rot13': (_rotated, _rotated), 'hex': (_to_hex, _from_hex),
    'hex_codec': (_to_hex, _from_hex), 'base64': (_to_base64, _from_base64), 'base64_codec': (_to_base64, _from_base64),
}


def _normal(encoding):
    if not isinstance(encoding, str):
        raise TypeError(f"encode() argument 'encoding' must be str, not {type(encoding).__name__}")
    return encoding.lower().replace('-', '_').replace(' ', '_')


def encode(obj, encoding='utf-8', errors='strict'):
    found = _OTHERS.get(_normal(encoding))
    return str.encode(obj, encoding, errors) if found is None else found[0](obj, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    found = _OTHERS.get(_normal(encoding))
    if isinstance(obj, str) and _normal(encoding) in ('unicode_escape', 'raw_unicode_escape'):
        obj = obj.encode()
    return bytes(obj).decode(encoding, errors) if found is None else found[1](obj, errors)


encode.__module__ = decode.__module__ = '_codecs'


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


def lookup(encoding, /):
    name = _normal(encoding)
    if name not in _OTHERS:
        ''.encode(encoding)
    shown = {'utf8': 'utf-8', 'utf_8': 'utf-8', 'u8': 'utf-8', 'latin1': 'iso8859-1', 'latin_1': 'iso8859-1',
             'iso_8859_1': 'iso8859-1', 'us_ascii': 'ascii'}.get(name, name.replace('_', '-'))
    return CodecInfo(lambda text, errors='strict': (encode(text, encoding, errors), len(text)),
                     lambda data, errors='strict': (decode(data, encoding, errors), len(data)), name=shown)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def escape_decode(data, errors='strict'):
    text = bytes(data).decode('unicode-escape')
    return text.encode('latin-1'), len(data)


def iterdecode(iterator, encoding, errors='strict'):
    for part in iterator:
        yield decode(part, encoding, errors)


def iterencode(iterator, encoding, errors='strict'):
    for part in iterator:
        yield encode(part, encoding, errors)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    import io
    import warnings
    warnings.warn('codecs.open() is deprecated. Use open() instead.', DeprecationWarning, stacklevel=2)
    if encoding is None:
        return io.open(filename, mode, buffering)
    return io.open(filename, mode.replace('b', ''), buffering, encoding, errors, newline='')
