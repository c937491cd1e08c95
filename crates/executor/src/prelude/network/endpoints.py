"""The network inside the machine: sockets in memory, the names and ports that they are found by, and `epoll`. Nothing
leads out of it. It behaves as Linux does over its loopback, and it is at once what it will ever be: what is sent has
arrived, who is connected to is connected. It knows nothing of asyncio, nor of Python's socket objects.

How much a connection holds: 2,626,560 bytes in each direction over TCP, 212,992 over a Unix socket, and as many in a
queue of datagrams (each counted with 1,280 bytes more). `SO_SNDBUF` and `SO_RCVBUF` change that, doubled as in Linux."""

from collections import deque

import _network_host as _host

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
STREAM, DGRAM = 1, 2
IN, OUT, ERR, HUP, RDHUP = 1, 4, 8, 16, 0x2000

_ERRORS = {
    'ENOENT': (FileNotFoundError, 2, 'No such file or directory'),
    'EBADF': (OSError, 9, 'Bad file descriptor'),
    'EAGAIN': (BlockingIOError, 11, 'Resource temporarily unavailable'),
    'EEXIST': (FileExistsError, 17, 'File exists'),
    'EINVAL': (OSError, 22, 'Invalid argument'),
    'EPIPE': (BrokenPipeError, 32, 'Broken pipe'),
    'EDESTADDRREQ': (OSError, 89, 'Destination address required'),
    'EMSGSIZE': (OSError, 90, 'Message too long'),
    'ENOPROTOOPT': (OSError, 92, 'Protocol not available'),
    'EPROTONOSUPPORT': (OSError, 93, 'Protocol not supported'),
    'ESOCKTNOSUPPORT': (OSError, 94, 'Socket type not supported'),
    'EOPNOTSUPP': (OSError, 95, 'Operation not supported'),
    'EAFNOSUPPORT': (OSError, 97, 'Address family not supported by protocol'),
    'EADDRINUSE': (OSError, 98, 'Address already in use'),
    'EADDRNOTAVAIL': (OSError, 99, 'Cannot assign requested address'),
    'ENETUNREACH': (OSError, 101, 'Network is unreachable'),
    'ECONNRESET': (ConnectionResetError, 104, 'Connection reset by peer'),
    'EISCONN': (OSError, 106, 'Transport endpoint is already connected'),
    'ENOTCONN': (OSError, 107, 'Transport endpoint is not connected'),
    'ECONNREFUSED': (ConnectionRefusedError, 111, 'Connection refused'),
    'EALREADY': (BlockingIOError, 114, 'Operation already in progress'),
    'EINPROGRESS': (BlockingIOError, 115, 'Operation now in progress'),
}


def error(name):
    """The exception of an error of the system."""
    kind, number, text = _ERRORS[name]
    return kind(_host.number(name, number), text)


def error_number(name):
    """The number that `SO_ERROR` and `connect_ex` give."""
    return 0 if name is None else _host.number(name, _ERRORS[name][1])


# Descriptors. 0 to 2 are the streams of every program; 3 to 5 are what an event loop waits with.

_FIRST_DESCRIPTOR = 6
_files = {}


def open_file(endpoint):
    """The lowest descriptor that is free."""
    fd = _FIRST_DESCRIPTOR
    while fd in _files:
        fd += 1
    _files[fd] = endpoint
    endpoint.descriptors += 1
    return fd


def file_of(fd):
    """What a descriptor stands for."""
    endpoint = _files.get(fd)
    if endpoint is None:
        raise error('EBADF')
    return endpoint


def close_file(fd):
    """Gives a descriptor back; what nothing stands for any more is closed."""
    endpoint = file_of(fd)
    del _files[fd]
    for epoll in list(endpoint.watchers):
        epoll.forget(fd)
    endpoint.descriptors -= 1
    if not endpoint.descriptors:
        endpoint.close()


def describe(fd):
    """What a descriptor stands for, in a few words."""
    endpoint = _files.get(fd)
    return 'of its own kind' if endpoint is None else endpoint.describe()


# Ports and names.

_FIRST_PORT = 50000
_bound = {}
_next_port = {}
_names = {}
# How many ends there have been.
_made = 0

ANY = {AF_INET: '0.0.0.0', AF_INET6: '::'}
_LOOPBACK = {AF_INET: '127.0.0.1', AF_INET6: '::1'}


def is_here(family, address):
    """Whether an address is one of this machine's."""
    return address in ('::', '::1') if family == AF_INET6 else address == '0.0.0.0' or address.startswith('127.')


def _at(endpoint, port):
    return _bound.setdefault((endpoint.family, endpoint.kind, port), [])


def _conflicts(endpoint, address, port):
    wild = ANY[endpoint.family]
    for other in _at(endpoint, port):
        if not (other.address[0] == address or wild in (other.address[0], address)):
            continue
        if endpoint.options.get('port') and other.options.get('port'):
            continue
        if endpoint.options.get('reuse') and other.options.get('reuse') and other.state != 'listening':
            continue
        return True
    return False


def _free_port(endpoint, address):
    kind = endpoint.kind
    port = _next_port.get(kind, _FIRST_PORT)
    while _conflicts(endpoint, address, port):
        port += 1
    _next_port[kind] = port + 1 if port < 65535 else _FIRST_PORT
    return port


def name_file(path):
    """What was bound to a path, closed or not; None if nothing was."""
    return _names.get(path)


def remove_name(path):
    """A path is no longer one's name."""
    return _names.pop(path, None)


def _written(address):
    """An address as one writes it."""
    if not address:
        return ''
    if not isinstance(address, tuple):
        return repr(address) if isinstance(address, bytes) else address
    return f'[{address[0]}]:{address[1]}' if ':' in address[0] else f'{address[0]}:{address[1]}'


class Endpoint:
    """One end of a connection, or what takes connections or datagrams."""

    __slots__ = ('family', 'kind', 'state', 'address', 'peer_address', 'options', 'watchers', 'descriptors', 'pending',
                 'peer', 'size', 'number')

    def __init__(self, family, kind):
        self.family, self.kind = family, kind
        self.state = 'new'
        global _made
        self.number = _made = _made + 1
        self.address = self.peer_address = self.peer = None
        self.options = {}
        # Each epoll that watches it.
        self.watchers = []
        self.descriptors = 0
        # The name of an error that the next call reports.
        self.pending = None
        # How many bytes wait to be read.
        self.size = 0

    def changed(self):
        """Tells who waits that there may be something."""
        for epoll in self.watchers:
            epoll.wake(self)
        _host.wake(self)

    def report(self):
        """Raises the error that is pending."""
        name, self.pending = self.pending, None
        if name is not None:
            raise error(name)

    def describe(self):
        """What it is, in a few words: `listening on 127.0.0.1:8888`."""
        here, there = _written(self.address), _written(self.peer_address)
        if self.state == 'listening':
            return f'listening on {here}'
        if self.state == 'connecting':
            return f'{here}, connecting'
        if here and there:
            return f'{here} → {there}'
        if self.state == 'connected' and not here and not there:
            return 'one of a pair'
        if there:
            return f'connected to {there}'
        return f'at {here}' if here else 'not connected'

    def local_address(self):
        """`getsockname()`"""
        if self.address is not None:
            return self.address
        if self.family == AF_UNIX:
            return ''
        return (ANY[self.family], 0) + (0, 0) * (self.family == AF_INET6)

    def remote_address(self):
        """`getpeername()`"""
        if self.peer_address is None:
            raise error('ENOTCONN')
        return self.peer_address

    def bind(self, address):
        """Takes a name."""
        if self.address is not None or self.state != 'new':
            raise error('EINVAL')
        if self.family == AF_UNIX:
            if address in _names:
                raise error('EADDRINUSE')
            _names[address] = self
            self.address = address
            return
        place, port = address[:2]
        if not is_here(self.family, place):
            raise error('EADDRNOTAVAIL')
        if port == 0:
            port = _free_port(self, place)
        elif _conflicts(self, place, port):
            raise error('EADDRINUSE')
        self._take((place, port) + address[2:])

    def _take(self, address):
        self.address = address
        _at(self, address[1]).append(self)

    def _bind_for(self, place):
        """What is not bound yet takes the next port that is free, at the address from which that place is reached."""
        place = _LOOPBACK[self.family] if is_here(self.family, place) else place
        if self.address is None:
            self.bind((place, 0) + (0, 0) * (self.family == AF_INET6))
        elif self.address[0] == ANY[self.family]:
            self.address = (place,) + self.address[1:]

    def _let_go(self):
        if self.address is None:
            return
        if self.family == AF_UNIX:
            if self.address[:1] in ('\0', b'\0'):
                _names.pop(self.address, None)
        elif self in (holders := _at(self, self.address[1])):
            holders.remove(self)

    def _find(self, address, wanted):
        """Who is bound to an address; its own one before one for all addresses."""
        holders = [one for one in _at(self, address[1]) if wanted(one)]
        for place in (address[0], ANY[self.family]):
            for one in holders:
                if one.address[0] == place:
                    return one
        return None

    def _target(self, address):
        place = address[0]
        if place == ANY[self.family]:
            place = _LOOPBACK[self.family]
        if not is_here(self.family, place):
            raise error('ENETUNREACH')
        return (place,) + address[1:]


class Later(Exception):
    """A blocking call has to wait until something changes at an endpoint."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
