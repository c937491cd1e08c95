# JSON: texts from values and values from texts.

from json import decoder, encoder
from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    for chunk in (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                      allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                      sort_keys=sort_keys, **kw).iterencode(obj):
        fp.write(chunk)


def detect_encoding(data):
    # Which of the encodings of Unicode it is, by its mark or by where the zero bytes are among the first four.
    for mark, name in ((b'\x00\x00\xfe\xff', 'utf-32'), (b'\xff\xfe\x00\x00', 'utf-32'), (b'\xfe\xff', 'utf-16'),
                       (b'\xff\xfe', 'utf-16'), (b'\xef\xbb\xbf', 'utf-8-sig')):
        if data.startswith(mark):
            return name
    zeros = ''.join(['0' if byte == 0 else 'x' for byte in data[:4]])
    if len(zeros) == 4:
        if zeros[0] == '0':
            return 'utf-16-be' if zeros[1] == 'x' else 'utf-32-be'
        if zeros[1] == '0':
            return 'utf-16-le' if 'x' in zeros[2:] else 'utf-32-le'
    elif len(zeros) == 2 and '0' in zeros:
        return 'utf-16-be' if zeros[0] == '0' else 'utf-16-le'
    return 'utf-8'


def loads(s, *, cls=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s))
    elif not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
