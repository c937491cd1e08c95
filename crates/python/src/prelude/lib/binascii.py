# Bytes as text and back. The work is done by `_binascii`, in Rust.

import _binascii


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode()
    if isinstance(data, (bytes, bytearray)):
        return data
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    raise TypeError('argument should be bytes, buffer or ASCII string, '
                    f"not '{type(data).__name__}'")


def b2a_base64(data, /, *, newline=True):
    text = _binascii.to_base64(_bytes(data))
    return text + b'\n' if newline else text


def a2b_base64(data, /, *, strict_mode=False):
    decoded = _binascii.from_base64(_ascii(data), bool(strict_mode))
    if isinstance(decoded, str):
        raise Error(decoded)
    return decoded


def hexlify(data, sep=None, bytes_per_sep=1):
    text = _bytes(data).hex() if sep is None else _bytes(data).hex(sep, bytes_per_sep)
    return text.encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    text = text.decode('latin-1')
    for letter in text:
        if letter not in '0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


a2b_hex = unhexlify


def crc32(data, crc=0, /):
    return _binascii.crc32(_bytes(data), crc)


def crc_hqx(data, crc, /):
    for byte in _bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xffff
    return crc
