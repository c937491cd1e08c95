"""`_socket`: sockets as objects over the network inside the machine, addresses and names."""

import _network
import _network_host as _host
import _network_streams as _streams
import _network_datagrams as _datagrams
import warnings as _warnings
from _network import error as _error
from _socket_names import *
from _socket_names import _resolve

error = OSError
timeout = TimeoutError
has_ipv6 = True
SocketType = None

_default_timeout = None


def getdefaulttimeout():
    """What new sockets wait at most."""
    return _default_timeout


def setdefaulttimeout(timeout, /):
    """Sets what new sockets wait at most."""
    global _default_timeout
    _default_timeout = _as_timeout(timeout)


def _as_timeout(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)):
        if not hasattr(value, '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = value.__index__()
    if value != value:
        raise ValueError('Invalid value NaN (not a number)')
    if value < 0:
        raise ValueError('Timeout value out of range')
    return float(value)


def _bytes_like(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return memoryview(data).cast('B')
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _count(size, name):
    if size < 0:
        raise ValueError(f'negative buffersize in {name}')
    return size


class socket:
    """One end of a connection, or what takes connections or datagrams."""

    __slots__ = ('_fd', '_end', '_family', '_type', '_proto', '_wait')

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd = -1
        if fileno is not None:
            if isinstance(fileno, float):
                raise TypeError('integer argument expected, got float')
            if fileno < 0:
                raise ValueError('negative file descriptor')
            self._end = _network.file_of(fileno)
            self._fd = fileno
            family = self._end.family if family == -1 else family
            type = self._end.kind if type == -1 else type
            proto = 0 if proto == -1 else proto
        else:
            family, type, proto = [default if value == -1 else value
                                   for value, default in ((family, AF_INET), (type, SOCK_STREAM), (proto, 0))]
            self._end = _new_endpoint(int(family), type & 15, proto)
            self._fd = _network.open_file(self._end)
        self._wait = 0.0 if type & SOCK_NONBLOCK else _default_timeout
        self._family, self._type, self._proto = int(family), type & 15, proto

    def __del__(self):
        if getattr(self, '_fd', -1) != -1:
            _warnings.warn(f'unclosed {self!r}', ResourceWarning, source=self)
            self.close()

    def __repr__(self):
        return f'<socket object, fd={self._fd}, family={self._family}, type={self._type}, proto={self._proto}>'

    # What it is.

    @property
    def family(self):
        """The family of its addresses."""
        return self._family

    @property
    def type(self):
        """What it carries."""
        return self._type

    @property
    def proto(self):
        """The number of its protocol."""
        return self._proto

    @property
    def timeout(self):
        """What it waits at most."""
        return self._wait

    def fileno(self):
        """Its descriptor; -1 once it is closed."""
        return self._fd

    def gettimeout(self):
        """What it waits at most; None without a limit."""
        return self._wait

    def settimeout(self, timeout, /):
        """Sets what it waits at most."""
        self._wait = _as_timeout(timeout)

    def getblocking(self):
        """Whether it waits at all."""
        return self._wait != 0

    def setblocking(self, flag, /):
        """Has it wait without a limit, or not at all."""
        self._open()
        self._wait = None if flag else 0.0

    def getsockname(self):
        """Its own address."""
        return self._open().local_address()

    def getpeername(self):
        """The address of the other end."""
        return self._open().remote_address()

    def setsockopt(self, level, optname, value, optlen=None, /):
        """Sets an option: it is kept, and where a network inside one machine has a use for it, it counts."""
        end = self._open()
        if value is not None and not isinstance(value, int):
            value = int.from_bytes(_bytes_like(value)[:4], 'little')
        if level == SOL_SOCKET and optname in _BUFFERS:
            name, least = _BUFFERS[optname]
            end.options[name] = max(least, 2 * value)
        elif level == SOL_SOCKET and optname in _FLAGS:
            end.options[_FLAGS[optname]] = bool(value)
        else:
            end.options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0, /):
        """An option's value."""
        end = self._open()
        value = 0
        if level == SOL_SOCKET:
            if optname == SO_ERROR:
                name, end.pending = end.pending, None
                return _network.error_number(name)
            if optname == SO_TYPE:
                value = self._type
            elif optname == SO_DOMAIN:
                value = self._family
            elif optname == SO_PROTOCOL:
                value = self._proto
            elif optname == SO_ACCEPTCONN:
                value = int(end.state == 'listening')
            elif optname in _BUFFERS:
                value = end.options.get(_BUFFERS[optname][0]) or _usual_size(end, optname)
            elif optname in _FLAGS:
                value = int(end.options.get(_FLAGS[optname], False))
            else:
                value = end.options.get((level, optname), 0)
        else:
            value = end.options.get((level, optname), 0)
        return value.to_bytes(4, 'little')[:buflen] if buflen else value

    # Connecting.

    def bind(self, address, /):
        """Takes an address."""
        self._open().bind(self._address(address, 'bind'))

    def listen(self, backlog=128, /):
        """Takes connections from now on."""
        self._open().listen(min(backlog, 4096))

    def _accept(self):
        end = self._open()
        other = self._try(end.accept, 'accept')
        return _network.open_file(other), other.remote_address()

    def connect(self, address, /):
        """Connects."""
        end = self._open()
        address = self._address(address, 'connect')
        self._try(lambda: end.connect(address, self._wait != 0), 'connect')

    def connect_ex(self, address, /):
        """Connects; gives the number of the error, or 0."""
        end = self._open()
        address = self._address(address, 'connect_ex')
        try:
            self._try(lambda: end.connect(address, self._wait != 0), 'connect')
        except TimeoutError:
            return _network.error_number('EAGAIN')
        except OSError as failed:
            return failed.errno
        return 0

    def shutdown(self, how, /):
        """Reads (0) or writes (1) no more, or neither (2)."""
        end = self._open()
        if how not in (0, 1, 2):
            raise _error('EINVAL')
        end.shutdown(how)

    def close(self):
        """Gives its descriptor back."""
        fd, self._fd = self._fd, -1
        if fd != -1:
            _network.close_file(fd)

    def detach(self):
        """Lets go of its descriptor without closing it."""
        fd, self._fd = self._fd, -1
        return fd

    # Data.

    def recv(self, bufsize, flags=0, /):
        """At most so many bytes."""
        return self.recvfrom(bufsize, flags, _name='recv')[0]

    def recvfrom(self, bufsize, flags=0, /, *, _name='recvfrom'):
        """At most so many bytes, and where they came from."""
        count = _count(bufsize, _name)
        end = self._open()
        peek = bool(flags & MSG_PEEK)
        if not count and end.kind == SOCK_STREAM:
            return b'', None
        attempt = lambda: end.receive(count, peek)
        if flags & MSG_DONTWAIT:
            return attempt()
        return self._try(attempt, _name)

    def recv_into(self, buffer, nbytes=0, flags=0):
        """Reads into a buffer; gives the number of bytes."""
        return self.recvfrom_into(buffer, nbytes, flags, _name='recv_into')[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0, *, _name='recvfrom_into'):
        """Reads into a buffer; gives the number of bytes, and where they came from."""
        try:
            view = memoryview(buffer).cast('B')
        except TypeError:
            raise TypeError(f"{_name}() argument 1 must be read-write bytes-like object, not "
                            f"{type(buffer).__name__}") from None
        if view.readonly:
            raise TypeError(f'{_name}() argument 1 must be read-write bytes-like object, not {type(buffer).__name__}')
        if nbytes < 0:
            raise ValueError(f'negative buffersize in {_name}')
        if nbytes > len(view):
            raise ValueError('buffer too small for requested bytes' if _name == 'recv_into'
                             else 'nbytes is greater than the length of the buffer')
        data, source = self.recvfrom(nbytes or len(view), flags, _name=_name)
        view[:len(data)] = data
        return len(data), source

    def send(self, data, flags=0, /):
        """Sends; gives how many of the bytes were taken."""
        data = _bytes_like(data)
        end = self._open()
        return self._try(lambda: end.send(data), 'send')

    def sendall(self, data, flags=0, /):
        """Sends all of it."""
        data = memoryview(_bytes_like(data))
        end = self._open()
        until = self._deadline()
        while True:
            data = data[self._try(lambda: end.send(data), 'sendall', until):]
            if not len(data):
                return

    def sendto(self, data, *args):
        """Sends a datagram to an address."""
        if not 1 <= len(args) <= 2:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({len(args) + 1} given)')
        data = _bytes_like(data)
        end = self._open()
        if end.kind == SOCK_STREAM or args[-1] is None:
            return self._try(lambda: end.send(data), 'sendto')
        address = self._address(args[-1], 'sendto')
        return self._try(lambda: end.send_to(data, address), 'sendto')

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        """Sends several pieces as one."""
        data = b''.join(_bytes_like(piece) for piece in buffers)
        end = self._open()
        if address is not None:
            address = self._address(address, 'sendmsg')
            return self._try(lambda: end.send_to(data, address), 'sendmsg')
        return self._try(lambda: end.send(data), 'sendmsg')

    # Waiting.

    def _open(self):
        if self._fd == -1:
            raise _error('EBADF')
        return self._end

    def _deadline(self):
        return None if self._wait is None else _host.now() + round(self._wait * 1e9)

    def _try(self, attempt, name, until=-1):
        """Does something as soon as it can be done, or as long as the timeout lets it wait."""
        if self._wait == 0:
            return attempt()
        if until == -1:
            until = self._deadline()
        while True:
            waits_for = self._end
            try:
                return attempt()
            except BlockingIOError:
                pass
            except _network.Later as later:
                waits_for = later.endpoint
            waited = _host.wait(waits_for, until)
            if waited is None:
                instead = _AWAITED.get(name, 'sock_recv')
                raise RuntimeError(f'{name}() would block for ever: nothing comes to {self!r} while this thread waits, '
                                   f'and no other one runs; await loop.{instead}() of a socket that does not block, or '
                                   'set a timeout')
            if not waited:
                raise TimeoutError('timed out')

    def _address(self, address, name):
        """An address as the network has it."""
        if self._family == AF_UNIX:
            if isinstance(address, str):
                return address
            if isinstance(address, (bytes, bytearray)):
                return bytes(address) if address[:1] == b'\0' else bytes(address).decode()
            raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
        family = 'AF_INET6' if self._family == AF_INET6 else 'AF_INET'
        if not isinstance(address, tuple):
            raise TypeError(f'{name}(): {family} address must be tuple, not {type(address).__name__}')
        if self._family == AF_INET and len(address) != 2:
            raise TypeError('AF_INET address must be a pair (host, port)')
        if not 2 <= len(address) <= 4:
            raise TypeError('AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
        place, port, *rest = address
        if not hasattr(port, '__index__'):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        port = port.__index__()
        if not isinstance(place, (str, bytes, bytearray)):
            raise TypeError(f'str, bytes or bytearray expected, not {type(place).__name__}')
        place = _resolve(place, self._family)
        if not 0 <= port <= 65535:
            raise OverflowError(f'{name}(): port must be 0-65535.')
        return (place, port) + ((tuple(rest) + (0, 0))[:2] if self._family == AF_INET6 else ())


SocketType = socket

# What an event loop has in place of a call that blocks.
_AWAITED = {'accept': 'sock_accept', 'connect': 'sock_connect', 'recv_into': 'sock_recv_into', 'send': 'sock_sendall',
            'sendall': 'sock_sendall', 'sendto': 'sock_sendto', 'recvfrom': 'sock_recvfrom'}

_BUFFERS = {SO_SNDBUF: ('sndbuf', 4608), SO_RCVBUF: ('rcvbuf', 2304)}
_FLAGS = {SO_REUSEADDR: 'reuse', SO_REUSEPORT: 'port'}


def _usual_size(end, optname):
    if end.family == AF_UNIX or end.kind == SOCK_DGRAM:
        return 212992
    if optname == SO_RCVBUF:
        return 131072
    return 2626560 if end.state == 'connected' else 16384


def _new_endpoint(family, kind, proto):
    if family not in (AF_UNIX, AF_INET, AF_INET6):
        raise _error('EAFNOSUPPORT')
    usual = {SOCK_STREAM: IPPROTO_TCP, SOCK_DGRAM: IPPROTO_UDP}
    if kind not in usual:
        raise _error('EPROTONOSUPPORT' if kind == SOCK_RAW else 'ESOCKTNOSUPPORT')
    if proto not in (0, usual[kind]) or family == AF_UNIX and proto:
        raise _error('EPROTONOSUPPORT')
    return (_streams.Stream if kind == SOCK_STREAM else _datagrams.Datagrams)(family)


def _pair(family, kind):
    """Two endpoints that are connected to each other."""
    make = _streams.Stream if kind == SOCK_STREAM else _datagrams.Datagrams
    one, other = make(family), make(family)
    for end, peer in ((one, other), (other, one)):
        end.peer, end.state, end.peer_address = peer, 'connected', ''
    return one, other


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    """Two sockets that are connected to each other."""
    if family != AF_UNIX:
        raise _error('EOPNOTSUPP')
    _new_endpoint(family, type & 15, proto)
    ends = _pair(family, type & 15)
    return tuple([socket(family, type, proto, _network.open_file(end)) for end in ends])


def close(fd, /):
    """Closes a descriptor."""
    _network.close_file(fd)


def dup(fd, /):
    """Another descriptor for the same end."""
    return _network.open_file(_network.file_of(fd))
