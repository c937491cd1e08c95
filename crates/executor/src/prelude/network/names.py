"""What `_socket` has beside sockets: the constants, with Linux's numbers, and how names become addresses. The machine
knows itself as `localhost` and `loopglass`; nobody else is known."""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 0o4000, 0o2000000
SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP = 1, 0, 6, 17
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = range(1, 9)
SO_KEEPALIVE, SO_OOBINLINE, SO_PRIORITY, SO_LINGER, SO_REUSEPORT = 9, 10, 12, 13, 15
SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN = 18, 19, 20, 21, 30, 38, 39
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = range(1, 7)
TCP_DEFER_ACCEPT, TCP_QUICKACK, TCP_USER_TIMEOUT, TCP_FASTOPEN = 9, 12, 18, 23
IPV6_V6ONLY, IPV6_MULTICAST_HOPS, IPV6_JOIN_GROUP = 26, 18, 20
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP = 1, 2, 32, 33, 34, 35
IP_DROP_MEMBERSHIP = 36
MSG_OOB, MSG_PEEK, MSG_DONTROUTE, MSG_TRUNC, MSG_DONTWAIT, MSG_WAITALL = 1, 2, 4, 32, 64, 256
MSG_NOSIGNAL = 16384
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7f000001, 0xffffffff, 0xffffffff
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_V4MAPPED, AI_ALL, AI_ADDRCONFIG, AI_NUMERICSERV = 1, 2, 4, 8, 16, 32, 1024
EAI_BADFLAGS, EAI_NONAME, EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_SOCKTYPE, EAI_SERVICE = -1, -2, -3, -4, -6, -7, -8
NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM = 1, 2, 4, 8, 16
NI_MAXHOST, NI_MAXSERV = 1025, 32

_HOSTNAME = 'loopglass'
_SERVICES = {'echo': 7, 'discard': 9, 'daytime': 13, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'time': 37,
             'domain': 53, 'http': 80, 'pop3': 110, 'ntp': 123, 'imap2': 143, 'https': 443}
_UNKNOWN = (EAI_NONAME, 'Name or service not known')


class herror(OSError):
    """A host is not known."""

    __module__ = 'socket'


class gaierror(OSError):
    """A name is not known."""

    __module__ = 'socket'


# Addresses as text and as bytes.

def inet_aton(ip_addr, /):
    """Four bytes of an IPv4 address, in any of the ways to write one."""
    parts = ip_addr.split('.')
    try:
        numbers = [int(part, 0 if part[:2] in ('0x', '0X') else 8 if part[:1] == '0' else 10) for part in parts]
        if len(parts) > 4 or any(not 0 <= number < 256 for number in numbers[:-1]):
            raise ValueError
        return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(parts), 'big')
    except (ValueError, OverflowError):
        raise OSError('illegal IP address string passed to inet_aton') from None


def inet_ntoa(packed_ip, /):
    """An IPv4 address as text."""
    if len(packed_ip) != 4:
        raise OSError('packed IP wrong length for inet_ntoa')
    return '.'.join(map(str, bytes(packed_ip)))


def _four_bytes(text):
    parts = text.split('.')
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and len(part) < 4 and int(part) < 256
                                  and (part == '0' or part[0] != '0') for part in parts):
        return None
    return bytes(map(int, parts))


def _sixteen_bytes(text):
    head, double, tail = text.partition('::')
    if '::' in tail or text[:1] == ':' != text[1:2] or text[-1:] == ':' != text[-2:-1]:
        return None
    halves = []
    for half in (head, tail):
        words = b''
        parts = half.split(':') if half else []
        for place, part in enumerate(parts):
            if '.' in part and place == len(parts) - 1 and (last := _four_bytes(part)) is not None:
                words += last
            elif 0 < len(part) <= 4 and all(digit in '0123456789abcdefABCDEF' for digit in part):
                words += int(part, 16).to_bytes(2, 'big')
            else:
                return None
        halves.append(words)
    room = 16 - len(halves[0]) - len(halves[1])
    if room < 0 or (room < 2 if double else room):
        return None
    return halves[0] + bytes(room) + halves[1]


def inet_pton(address_family, ip_string, /):
    """The bytes of an address."""
    if address_family not in (AF_INET, AF_INET6):
        raise OSError(97, 'Address family not supported by protocol')
    packed = (_four_bytes if address_family == AF_INET else _sixteen_bytes)(ip_string)
    if packed is None:
        raise OSError('illegal IP address string passed to inet_pton')
    return packed


def inet_ntop(address_family, packed_ip, /):
    """An address as text."""
    packed_ip = bytes(packed_ip)
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError(f'unknown address family {address_family}')
    if len(packed_ip) != (4 if address_family == AF_INET else 16):
        raise ValueError('invalid length of packed IP address string')
    if address_family == AF_INET:
        return inet_ntoa(packed_ip)
    words = [int.from_bytes(packed_ip[at:at + 2], 'big') for at in range(0, 16, 2)]
    start, length = _longest_run(words)
    if start == 0 and length in (6, 7) and words[6] or words[:6] == [0, 0, 0, 0, 0, 0xffff]:
        return ('::ffff:' if words[5] else '::') + inet_ntoa(packed_ip[12:])
    texts = [f'{word:x}' for word in words]
    if length < 2:
        return ':'.join(texts)
    return ':'.join(texts[:start]) + '::' + ':'.join(texts[start + length:])


def _longest_run(words):
    """Where most zeros stand in a row, and how many."""
    best = (0, 0)
    for start in range(8):
        length = 0
        while start + length < 8 and words[start + length] == 0:
            length += 1
        if length > best[1]:
            best = (start, length)
    return best


def htons(x, /):
    """A number of 16 bits in the order of networks."""
    return int.from_bytes(x.to_bytes(2, 'little'), 'big')


def htonl(x, /):
    """A number of 32 bits in the order of networks."""
    return int.from_bytes(x.to_bytes(4, 'little'), 'big')


ntohs, ntohl = htons, htonl


# Names.

def _numeric(family, text):
    """An address that is written as numbers, in its usual form; else None."""
    try:
        if family == AF_INET6:
            return inet_ntop(AF_INET6, inet_pton(AF_INET6, text.partition('%')[0]))
        return inet_ntoa(inet_aton(text))
    except OSError:
        return None


def _known(family, name):
    """The addresses of a name, or of numbers, as pairs of family and text."""
    found = []
    for kind in (AF_INET, AF_INET6):
        if family in (AF_UNSPEC, kind) and (address := _numeric(kind, name)) is not None:
            found.append((kind, address))
    if not found and name.lower().rstrip('.') in ('localhost', _HOSTNAME):
        found = [(AF_INET6, '::1')] if family == AF_INET6 else [(AF_INET, '127.0.0.1')]
    return found


def _text(name):
    return name if isinstance(name, str) else bytes(name).decode()


def _resolve(name, family):
    """The address that a socket's method means by a name."""
    name = _text(name)
    if name == '':
        return '::' if family == AF_INET6 else '0.0.0.0'
    if name == '<broadcast>' and family == AF_INET:
        return '255.255.255.255'
    found = _known(family, name)
    if not found:
        raise gaierror(*_UNKNOWN)
    return found[0][1]


def _with_zone(family, address, port):
    return (address, port, 0, 0) if family == AF_INET6 else (address, port)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host and a port, with what kinds of sockets reach them."""
    if isinstance(port, (str, bytes)):
        text = _text(port)
        if text.isdigit():
            port = int(text)
        elif text in _SERVICES:
            port, type = _SERVICES[text], type or SOCK_STREAM
        else:
            raise gaierror(EAI_SERVICE, 'Servname not supported for ai_socktype')
    elif port is None and host is None:
        raise gaierror(*_UNKNOWN)
    if host is None:
        found = [(AF_INET, '0.0.0.0'), (AF_INET6, '::')] if flags & AI_PASSIVE else [(AF_INET6, '::1'),
                                                                                      (AF_INET, '127.0.0.1')]
        found = [pair for pair in found if family in (AF_UNSPEC, pair[0])]
    else:
        name = _text(host)
        found = _known(family, name) if name else []
        if flags & AI_NUMERICHOST and not any(_numeric(kind, name) for kind, _ in found):
            found = []
    if not found:
        raise gaierror(*_UNKNOWN)
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, 0)]
    kinds = [(kind, number) for kind, number in kinds
             if type in (0, kind) and (not proto or not number or proto == number)]
    name = host if flags & AI_CANONNAME and isinstance(host, str) else ''
    port = (port or 0) & 0xffff
    return [(kind, sort, number or proto, name, _with_zone(kind, address, port))
            for kind, address in found for sort, number in kinds]


def getnameinfo(sockaddr, flags, /):
    """The names of an address and a port."""
    address, port = sockaddr[:2]
    service = next((name for name, number in _SERVICES.items() if number == port), None)
    name = 'localhost' if address in ('127.0.0.1', '::1') and not flags & NI_NUMERICHOST else address
    return name, str(port) if service is None or flags & NI_NUMERICSERV else service


def gethostname():
    """The name of this machine."""
    return _HOSTNAME


def gethostbyname(hostname, /):
    """The address of a name."""
    return _resolve(hostname, AF_INET)


def gethostbyname_ex(hostname, /):
    """The name, other names and the addresses of a host."""
    return _text(hostname), [], [gethostbyname(hostname)]


def gethostbyaddr(ip_address, /):
    """The same of an address."""
    address = gethostbyname(ip_address)
    if address != '127.0.0.1':
        raise herror(1, 'Unknown host')
    return 'localhost', [], [address]


def getservbyname(servicename, protocolname='tcp', /):
    """The port of a service."""
    if servicename not in _SERVICES:
        raise OSError('service/proto not found')
    return _SERVICES[servicename]


def getservbyport(port, protocolname='tcp', /):
    """The service of a port."""
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def getprotobyname(protocolname, /):
    """The number of a protocol."""
    known = {'ip': 0, 'icmp': 1, 'tcp': 6, 'udp': 17, 'ipv6': 41}
    if protocolname not in known:
        raise OSError('protocol not found')
    return known[protocolname]


def if_nameindex():
    """The ways out of the machine: the one that leads back."""
    return [(1, 'lo')]
