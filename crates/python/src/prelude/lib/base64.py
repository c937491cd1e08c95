# Bytes as letters and digits (RFC 4648), and the older base85 forms.

import binascii as _binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode',
           'a85decode', 'z85encode', 'z85decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode',
           'urlsafe_b64decode']


def _given(text):
    if isinstance(text, str):
        if not text.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return text.encode()
    if isinstance(text, (bytes, bytearray)):
        return bytes(text)
    if hasattr(text, 'tobytes'):
        return text.tobytes()
    raise TypeError(f'argument should be a bytes-like object or ASCII string, not {type(text).__name__!r}')


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def _exchanged(text, letters, others):
    pairs = dict(zip(letters, others))
    return bytes([pairs.get(letter, letter) for letter in text])


def b64encode(s, altchars=None):
    text = _binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return _exchanged(text, b'+/', altchars)
    return text


def b64decode(s, altchars=None, validate=False):
    text = _given(s)
    if altchars is not None:
        altchars = _given(altchars)
        assert len(altchars) == 2, repr(altchars)
        text = _exchanged(text, altchars, b'+/')
    return _binascii.a2b_base64(text, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _encode32(alphabet, data):
    data = _bytes(data)
    text = bytearray()
    for at in range(0, len(data), 5):
        part = data[at:at + 5]
        number = int.from_bytes(part + bytes(5 - len(part)))
        letters = [alphabet[number >> shift & 31] for shift in range(35, -1, -5)]
        used = (len(part) * 8 + 4) // 5
        text += bytes(letters[:used]) + b'=' * (8 - used)
    return bytes(text)


def _decode32(alphabet, text, casefold, map01=None):
    text = _given(text)
    if len(text) % 8:
        raise _binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _given(map01)
        assert len(map01) == 1, repr(map01)
        text = _exchanged(text, b'01', b'O' + map01)
    if casefold:
        text = text.upper()
    letters = text.rstrip(b'=')
    pads = len(text) - len(letters)
    data = bytearray()
    for at in range(0, len(letters), 8):
        number = 0
        part = letters[at:at + 8]
        for letter in part:
            value = alphabet.find(letter)
            if value < 0:
                raise _binascii.Error('Non-base32 digit found')
            number = number << 5 | value
        data += (number << 5 * (8 - len(part))).to_bytes(5)
    if pads:
        if pads not in (1, 3, 4, 6):
            raise _binascii.Error('Incorrect padding')
        del data[-((pads * 5 + 7) // 8):]
    return bytes(data)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32HEX, s, casefold)


def b16encode(s):
    return _binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    text = _given(s)
    if casefold:
        text = text.upper()
    for letter in text:
        if letter not in b'0123456789ABCDEF':
            raise _binascii.Error('Non-base16 digit found')
    return _binascii.unhexlify(text)


_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_A85 = bytes(range(33, 118))


def _hunk85(alphabet, number):
    digits = bytearray()
    for _ in range(5):
        number, digit = divmod(number, 85)
        digits.append(alphabet[digit])
    digits.reverse()
    return bytes(digits)


def _encode85(alphabet, data, pad=False, zero=None, spaces=None):
    data = _bytes(data)
    padding = -len(data) % 4
    whole = data + bytes(padding)
    hunks = []
    for at in range(0, len(whole), 4):
        number = int.from_bytes(whole[at:at + 4])
        if zero is not None and number == 0:
            hunks.append(zero)
        elif spaces is not None and number == 0x20202020:
            hunks.append(spaces)
        else:
            hunks.append(_hunk85(alphabet, number))
    if padding and not pad:
        if hunks[-1] == zero:
            hunks[-1] = alphabet[:1] * 5
        hunks[-1] = hunks[-1][:-padding]
    return b''.join(hunks)


def b85encode(b, pad=False):
    return _encode85(_B85, b, pad)


def z85encode(s):
    return _encode85(_Z85, s)


def _decode85(alphabet, text, name):
    padding = -len(text) % 5
    text = text + alphabet[-1:] * padding
    data = bytearray()
    for start in range(0, len(text), 5):
        number = 0
        for at in range(start, start + 5):
            value = alphabet.find(text[at])
            if value < 0:
                raise ValueError(f'bad {name} character at position {at}')
            number = number * 85 + value
        if number > 0xffffffff:
            raise ValueError(f'{name} overflow in hunk starting at byte {start}')
        data += number.to_bytes(4)
    return bytes(data[:len(data) - padding])


def b85decode(b):
    return _decode85(_B85, _given(b), 'base85')


def z85decode(s):
    return _decode85(_Z85, _given(s), 'z85')


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = _encode85(_A85, b, pad, b'z', b'y' if foldspaces else None)
    if adobe:
        text = b'<~' + text
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[at:at + wrapcol] for at in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        text = b'\n'.join(lines)
    return text + b'~>' if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    text = _given(b)
    if adobe:
        if not text.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        text = text[2:-2] if text.startswith(b'<~') else text[:-2]
    data, hunk = bytearray(), []
    for letter in text + b'u' * 4:
        if 33 <= letter <= 117:
            hunk.append(letter - 33)
            if len(hunk) == 5:
                number = 0
                for digit in hunk:
                    number = number * 85 + digit
                if number > 0xffffffff:
                    raise ValueError('Ascii85 overflow')
                data += number.to_bytes(4)
                hunk = []
        elif letter == 122:
            if hunk:
                raise ValueError('z inside Ascii85 5-tuple')
            data += bytes(4)
        elif foldspaces and letter == 121:
            if hunk:
                raise ValueError('y inside Ascii85 5-tuple')
            data += b'    '
        elif letter not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(letter)}')
    padding = 4 - len(hunk)
    return bytes(data[:-padding]) if padding else bytes(data)


def encodebytes(s):
    data = _bytes(s)
    return b''.join([_binascii.b2a_base64(data[at:at + 57]) for at in range(0, len(data), 57)])


def decodebytes(s):
    if isinstance(s, str):
        raise TypeError('expected bytes-like object, not str')
    return _binascii.a2b_base64(_bytes(s))


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
