# Encodings by name. The codecs themselves are those of `str.encode` and `bytes.decode`, and a few from text to text
# or from bytes to bytes.

__all__ = ['encode', 'decode', 'lookup', 'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader',
           'getwriter', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'iterencode', 'iterdecode', 'CodecInfo', 'BOM', 'BOM_UTF8', 'BOM_LE',
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
    return bytes.fromhex(data if isinstance(data, str) else bytes(data).decode())


def _to_base64(data, errors='strict'):
    import base64
    return base64.encodebytes(data)


def _from_base64(data, errors='strict'):
    import base64
    return base64.decodebytes(data.encode() if isinstance(data, str) else data)


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
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


class IncrementalEncoder:
    # Text comes in parts.
    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return encode(input, self._encoding, self.errors)

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


def _begun(data, encoding):
    # How many bytes at the end are the beginning of a character that is not there yet.
    try:
        data.decode(encoding)
        return 0
    except UnicodeDecodeError as error:
        if error.reason in ('unexpected end of data', 'truncated data') and error.end == len(data):
            return len(data) - error.start
    if _normal(encoding) in ('utf_8', 'utf8'):
        for count in (3, 2, 1):
            try:
                data[-count:].decode()
            except UnicodeDecodeError as error:
                if error.start == 0 and error.reason == 'unexpected end of data':
                    return count
    return 0


class IncrementalDecoder:
    # Bytes come in parts; those of a character that is not whole are kept until the rest has come.
    def __init__(self, errors='strict'):
        self.errors, self.buffer = errors, b''

    def decode(self, input, final=False):
        data = self.buffer + input
        kept = 0 if final or _normal(self._encoding) in _OTHERS else _begun(data, self._encoding)
        text = decode(data[:len(data) - kept], self._encoding, self.errors)
        self.buffer = data[len(data) - kept:]
        return text

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _Stream:
    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.stream.close()


class StreamReader(_Stream):
    def read(self, size=-1, chars=-1, firstline=False):
        return decode(self.stream.read(size), self._encoding, self.errors)

    def readline(self, size=None, keepends=True):
        line = decode(self.stream.readline(), self._encoding, self.errors)
        return line if keepends else line.removesuffix('\n')

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __iter__(self):
        return iter(self.readline, '')


class StreamWriter(_Stream):
    def write(self, object):
        self.stream.write(encode(object, self._encoding, self.errors))

    def writelines(self, list):
        self.write(''.join(list))


def lookup(encoding, /):
    name = _normal(encoding)
    if name not in _OTHERS:
        ''.encode(encoding)
    shown = {'utf8': 'utf-8', 'utf_8': 'utf-8', 'u8': 'utf-8', 'latin1': 'iso8859-1', 'latin_1': 'iso8859-1',
             'iso_8859_1': 'iso8859-1', 'us_ascii': 'ascii'}.get(name, name.replace('_', '-'))
    return CodecInfo(lambda text, errors='strict': (encode(text, encoding, errors), len(text)),
                     lambda data, errors='strict': (decode(data, encoding, errors), len(data)),
                     *[type(kind.__name__, (kind,), {'_encoding': encoding, '__module__': f"encodings.{shown.replace('-', '_')}"})
                       for kind in (StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder)], name=shown)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def escape_decode(data, errors='strict'):
    text = bytes(data).decode('unicode-escape')
    return text.encode('latin-1'), len(data)


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for part in iterator:
        text = decoder.decode(part)
        if text:
            yield text
    text = decoder.decode(b'', True)
    if text:
        yield text


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for part in iterator:
        data = encoder.encode(part)
        if data:
            yield data


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    import io
    import warnings
    warnings.warn('codecs.open() is deprecated. Use open() instead.', DeprecationWarning, stacklevel=2)
    if encoding is None:
        return io.open(filename, mode, buffering)
    return io.open(filename, mode.replace('b', ''), buffering, encoding, errors, newline='')
