# Unique numbers, from the run's seed.


class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if hex is not None:
            text = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(text) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = _int(text, 16)
        elif bytes is not None:
            int = _int.from_bytes(bytes)
        if version is not None:
            int &= ~(0xf000 << 64 | 0xc000 << 48)
            int |= version << 76 | 0x8000 << 48
        self.int = int

    hex = property(lambda self: '%032x' % self.int)
    bytes = property(lambda self: self.int.to_bytes(16))
    version = property(lambda self: self.int >> 76 & 15)

    def __str__(self):
        text = self.hex
        return f'{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}'

    def __repr__(self):
        return f'UUID({str(self)!r})'

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int


_int = int


def _own_bits():
    global _own
    if _own is None:
        from random import Random
        _own = Random()
    return _own.getrandbits(128)


_own = None


def uuid4():
    return UUID(int=_own_bits(), version=4)


def uuid1(node=None, clock_seq=None):
    return UUID(int=_own_bits(), version=1)
