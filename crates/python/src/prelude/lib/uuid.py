# Unique numbers (RFC 9562). What is random comes from the run's seed, what is time from its clock.

import enum as _enum

_int, _bytes = int, bytes
RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility',
    'reserved for future definition']


class SafeUUID(_enum.Enum):
    safe = 0
    unsafe = -1
    unknown = None


# The fields from the left, with their numbers of bits.
_FIELDS = [('time_low', 32, 'a'), ('time_mid', 16, 'a'), ('time_hi_version', 16, 'a'),
           ('clock_seq_hi_variant', 8, 'an'), ('clock_seq_low', 8, 'an'), ('node', 48, 'a')]


class UUID:
    __slots__ = ('int', 'is_safe', '__weakref__')

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
        if hex is not None:
            text = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(text) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = _int(text, 16)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            int = _int.from_bytes(_swapped(bytes_le))
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = _int.from_bytes(bytes)
        elif fields is not None:
            if len(fields) != 6:
                raise ValueError('fields is not a 6-tuple')
            int = 0
            for at, (field, (_, bits, article)) in enumerate(zip(fields, _FIELDS), 1):
                if not 0 <= field < 1 << bits:
                    raise ValueError(f'field {at} out of range (need {article} {bits}-bit value)')
                int = int << bits | field
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError('illegal version number')
            int = _marked(int, version)
        object.__setattr__(self, 'int', int)
        object.__setattr__(self, 'is_safe', is_safe)

    def __getstate__(self):
        return {'int': self.int}

    def __setstate__(self, state):
        object.__setattr__(self, 'int', state['int'])

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __str__(self):
        text = self.hex
        return f'{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}'

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    hex = property(lambda self: '%032x' % self.int)
    urn = property(lambda self: 'urn:uuid:' + str(self))
    bytes = property(lambda self: self.int.to_bytes(16))
    bytes_le = property(lambda self: _swapped(self.bytes))

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low)
    node = property(lambda self: self.int & 0xffffffffffff)

    @property
    def time(self):
        last = self.int >> 64 & 0xfff
        if self.version == 6:
            return self.time_low << 28 | self.time_mid << 12 | last
        if self.version == 7:
            return self.int >> 80
        return last << 48 | self.time_mid << 32 | self.time_low

    @property
    def variant(self):
        top = self.int >> 61 & 7
        if top < 4:
            return RESERVED_NCS
        if top < 6:
            return RFC_4122
        return RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None


def _swapped(data):
    # The first three fields with their bytes the other way round.
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]


def _marked(number, version):
    return number & ~(0xf000 << 64 | 0xc000 << 48) | version << 76 | 0x8000 << 48


_source = None
_node = None
_last = {}


def _bits(count):
    global _source
    if _source is None:
        from random import Random
        _source = Random()
    return _source.getrandbits(count)


def getnode():
    global _node
    if _node is None:
        # An address that no card has: the bit for groups is set.
        _node = _bits(48) | 1 << 40
    return _node


def _ticks(version):
    # The time in units of 100 ns since 1582, each time a later one.
    from time import time_ns
    now = time_ns() // 100 + 0x01b21dd213814000
    if version in _last and now <= _last[version]:
        now = _last[version] + 1
    _last[version] = now
    return now


def uuid1(node=None, clock_seq=None):
    now = _ticks(1)
    if clock_seq is None:
        clock_seq = _bits(14)
    fields = (now & 0xffffffff, now >> 32 & 0xffff, now >> 48 & 0xfff, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
              getnode() if node is None else node)
    return UUID(fields=fields, version=1)


def _named(namespace, name, digest, version):
    if isinstance(name, str):
        name = name.encode()
    return UUID(bytes=digest(namespace.bytes + name).digest()[:16], version=version)


def uuid3(namespace, name):
    from hashlib import md5
    return _named(namespace, name, md5, 3)


def uuid4():
    return UUID(int=_bits(128), version=4)


def uuid5(namespace, name):
    from hashlib import sha1
    return _named(namespace, name, sha1, 5)


def uuid6(node=None, clock_seq=None):
    now = _ticks(6)
    if clock_seq is None:
        clock_seq = _bits(14)
    number = (now >> 12 & 0xffffffffffff) << 80 | (now & 0xfff) << 64 | (clock_seq & 0x3fff) << 48
    return UUID(int=number | (getnode() if node is None else node) & 0xffffffffffff, version=6)


def uuid7():
    from time import time_ns
    now = time_ns() // 1000000
    before, counter = _last.get(7, (-1, 0))
    if now > before:
        counter = _bits(41)
    else:
        now, counter = before, counter + 1
    _last[7] = now, counter
    return UUID(int=now << 80 | (counter >> 30 & 0xfff) << 64 | (counter & 0x3fffffff) << 32 | _bits(32), version=7)


def uuid8(a=None, b=None, c=None):
    a = _bits(48) if a is None else a & 0xffffffffffff
    b = _bits(12) if b is None else b & 0xfff
    c = _bits(62) if c is None else c & 0x3fffffffffffffff
    return UUID(int=a << 80 | b << 64 | c, version=8)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = [
    UUID(f'6ba7b81{digit}-9dad-11d1-80b4-00c04fd430c8') for digit in '0124']
NIL = UUID(int=0)
MAX = UUID(int=(1 << 128) - 1)
