# Internet addresses and networks.

from functools import total_ordering

__all__ = ['ip_address', 'ip_network', 'ip_interface', 'IPv4Address', 'IPv4Network', 'IPv4Interface', 'IPv6Address',
           'IPv6Network', 'IPv6Interface',
           'AddressValueError', 'NetmaskValueError']


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _octets(text):
    parts = text.split('.')
    if len(parts) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    value = 0
    for part in parts:
        if not part:
            raise AddressValueError(f'Empty octet not permitted in {text!r}')
        if not (part.isascii() and part.isdigit()):
            raise AddressValueError(f'Only decimal digits permitted in {part!r} in {text!r}')
        if len(part) > 3:
            raise AddressValueError(f'At most 3 characters permitted in {part!r} in {text!r}')
        if part != '0' and part[0] == '0':
            raise AddressValueError(f'Leading zeros are not permitted in {part!r} in {text!r}')
        if int(part) > 255:
            raise AddressValueError(f'Octet {int(part)} (> 255) not permitted in {text!r}')
        value = value << 8 | int(part)
    return value


def _groups(text):
    if '.' in text:
        head, _, last = text.rpartition(':')
        value = _octets(last)
        text = f'{head}:{value >> 16:x}:{value & 0xffff:x}'
    if text.count('::') > 1 or ':' not in text:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '::' in text:
        left, right = [part.split(':') if part else [] for part in text.split('::')]
        parts = left + ['0'] * (8 - len(left) - len(right)) + right
    else:
        parts = text.split(':')
    if len(parts) != 8:
        raise AddressValueError(f'Exactly 8 parts expected without \'::\' in {text!r}')
    value = 0
    for part in parts:
        if len(part) > 4 or not part or any([char not in '0123456789abcdefABCDEF' for char in part]):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')
        value = value << 16 | int(part, 16)
    return value


def _dotted(value):
    return '.'.join([str(value >> shift & 255) for shift in (24, 16, 8, 0)])


def _colons(value):
    groups = [f'{value >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    best = start = 0
    length = 0
    for place, group in enumerate(groups + ['end']):
        if group == '0':
            length += 1
        else:
            if length > best:
                best, start = length, place - length
            length = 0
    if best < 2:
        return ':'.join(groups)
    return ':'.join(groups[:start]) + '::' + ':'.join(groups[start + best:])


@total_ordering
class _Address:
    def __init__(self, address):
        if isinstance(address, int):
            if not 0 <= address < 1 << self.max_prefixlen:
                raise AddressValueError(f'{address} ({"<" if address < 0 else ">="} '
                                        f'{"0" if address < 0 else "2**" + str(self.max_prefixlen)}) is not '
                                        f'permitted as an IPv{self.version} address')
            self._ip = address
        elif isinstance(address, bytes):
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            if not text:
                raise AddressValueError('Address cannot be empty')
            self._ip = self._read(text)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._write(self._ip)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __hash__(self):
        return hash(hex(self._ip))

    def __eq__(self, other):
        return type(self) is type(other) and self._ip == other._ip

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, 'big')

    @property
    def compressed(self):
        return str(self)

    def _within(self, networks):
        return any([self in network for network in networks])

    @property
    def is_private(self):
        return self._within(_networks(self.version, 'private'))

    @property
    def is_global(self):
        return not self.is_private and not self._within(_networks(self.version, 'shared'))

    @property
    def is_loopback(self):
        return self._within(_networks(self.version, 'loopback'))

    @property
    def is_multicast(self):
        return self._within(_networks(self.version, 'multicast'))

    @property
    def is_link_local(self):
        return self._within(_networks(self.version, 'link'))

    @property
    def is_unspecified(self):
        return self._ip == 0


class IPv4Address(_Address):
    version, max_prefixlen = 4, 32
    _read, _write = staticmethod(_octets), staticmethod(_dotted)

    @property
    def exploded(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return '.'.join(str(self).split('.')[::-1]) + '.in-addr.arpa'


class IPv6Address(_Address):
    version, max_prefixlen = 6, 128
    _read, _write = staticmethod(_groups), staticmethod(_colons)

    @property
    def exploded(self):
        return ':'.join([f'{self._ip >> shift & 0xffff:04x}' for shift in range(112, -1, -16)])


@total_ordering
class _Network:
    def __init__(self, address, strict=True):
        bits = self._address.max_prefixlen
        if isinstance(address, (int, bytes)):
            address, prefix = address, bits
        elif isinstance(address, tuple):
            address, prefix = address
        else:
            text, slash, prefix = str(address).partition('/')
            if '/' in prefix:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
            address, prefix = text, prefix if slash else bits
        self.prefixlen = self._prefix(prefix, bits)
        self._mask = (1 << bits) - (1 << bits - self.prefixlen)
        given = self._address(address)
        if int(given) & ~self._mask and strict:
            raise ValueError(f'{given}/{self.prefixlen} has host bits set')
        self.network_address = self._address(int(given) & self._mask)

    def _prefix(self, given, bits):
        text = str(given)
        if text.isascii() and text.isdigit() and int(text) <= bits:
            return int(text)
        if '.' in text and bits == 32:
            mask = _octets(text)
            for value in (mask, mask ^ 0xffffffff):
                length = f'{value:032b}'.rstrip('0')
                if '0' not in length:
                    return len(length)
        raise NetmaskValueError(f'{text!r} is not a valid netmask')

    @property
    def version(self):
        return self._address.version

    max_prefixlen = property(lambda self: self._address.max_prefixlen)
    netmask = property(lambda self: self._address(self._mask))
    hostmask = property(lambda self: self._address(self._mask ^ (1 << self.max_prefixlen) - 1))
    num_addresses = property(lambda self: 1 << self.max_prefixlen - self.prefixlen)
    broadcast_address = property(lambda self: self[self.num_addresses - 1])
    with_prefixlen = property(str)

    def __str__(self):
        return f'{self.network_address}/{self.prefixlen}'

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def _key(self):
        return int(self.network_address), self.prefixlen

    def __eq__(self, other):
        return type(self) is type(other) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, _Network) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __contains__(self, other):
        if not isinstance(other, _Address) or other.version != self.version:
            return False
        return int(other) & self._mask == int(self.network_address)

    def __iter__(self):
        for number in range(self.num_addresses):
            yield self[number]

    def __getitem__(self, number):
        if number < 0:
            number += self.num_addresses
        if not 0 <= number < self.num_addresses:
            raise IndexError('address out of range')
        return self._address(int(self.network_address) + number)

    def hosts(self):
        count = self.num_addresses
        first, last = (0, count) if count <= 2 else (1, count - (1 if self.version == 4 else 0))
        return iter([self[number] for number in range(first, last)]) if count <= 2 else (
            self[number] for number in range(first, last))

    def overlaps(self, other):
        return other.network_address in self or self.network_address in other

    def subnet_of(self, other):
        return self.network_address in other and self.prefixlen >= other.prefixlen

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if new_prefix is not None:
            if new_prefix < self.prefixlen:
                raise ValueError('new prefix must be longer')
            prefixlen_diff = new_prefix - self.prefixlen
        length = self.prefixlen + prefixlen_diff
        if length > self.max_prefixlen:
            raise ValueError(f'prefix length diff {length} is invalid for netblock {self}')
        step = 1 << self.max_prefixlen - length
        start = int(self.network_address)
        for address in range(start, start + self.num_addresses, step):
            yield type(self)((address, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        length = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        return type(self)((int(self.network_address), max(length, 0)), strict=False)

    @property
    def is_private(self):
        return self.network_address.is_private and self.broadcast_address.is_private


class IPv4Network(_Network):
    _address = IPv4Address


class IPv6Network(_Network):
    _address = IPv6Address


class _Interface:
    # An address together with the network it is in.
    def __init__(self, address):
        self.network = self._network(address, strict=False)
        if isinstance(address, (str, bytes, int)):
            address = address.split('/')[0] if isinstance(address, str) else address
        else:
            address = address[0] if isinstance(address, tuple) else str(address).split('/')[0]
        super().__init__(address)
        self.netmask, self.hostmask = self.network.netmask, self.network.hostmask

    def __str__(self):
        return f'{self.ip}/{self.network.prefixlen}'

    def __eq__(self, other):
        return super().__eq__(other) and self.network == other.network

    def __lt__(self, other):
        if not isinstance(other, _Interface):
            return super().__lt__(other)
        return (self.network, self._ip) < (other.network, other._ip)

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen, int(self.network.network_address)))

    ip = property(lambda self: self._plain(self._ip))
    with_prefixlen = property(str)
    with_netmask = property(lambda self: f'{self.ip}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.ip}/{self.hostmask}')


class IPv4Interface(_Interface, IPv4Address):
    _plain, _network = IPv4Address, IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _plain, _network = IPv6Address, IPv6Network


_KNOWN = {
    (4, 'private'): ('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/29',
                     '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24',
                     '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32'),
    (4, 'shared'): ('100.64.0.0/10',), (4, 'loopback'): ('127.0.0.0/8',), (4, 'multicast'): ('224.0.0.0/4',),
    (4, 'link'): ('169.254.0.0/16',),
    (6, 'private'): ('::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23',
                     '2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10'),
    (6, 'shared'): (), (6, 'loopback'): ('::1/128',), (6, 'multicast'): ('ff00::/8',), (6, 'link'): ('fe80::/10',),
}


def _networks(version, name):
    return [(IPv4Network if version == 4 else IPv6Network)(text) for text in _KNOWN[version, name]]


def _either(kinds, given, what, **options):
    for kind in kinds:
        try:
            return kind(given, **options)
        except (AddressValueError, NetmaskValueError):
            continue
    raise ValueError(f'{given!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    return _either((IPv4Address, IPv6Address), address, 'address')


def ip_interface(address):
    return _either((IPv4Interface, IPv6Interface), address, 'interface')


def ip_network(address, strict=True):
    return _either((IPv4Network, IPv6Network), address, 'network', strict=strict)
