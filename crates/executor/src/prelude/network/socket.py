"""`socket`: sockets in the network inside the machine. Nothing leads out of it."""

from enum import IntEnum, IntFlag

import _socket
from _socket import *

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily',
           'SocketKind', *(name for name in vars(_socket) if name[0] != '_'), 'socketpair']


def _as_enum(kind, name, prefix):
    """The constants with one prefix become the members of an enumeration."""
    members = {key: value for key, value in globals().items() if key.startswith(prefix) and key.isupper()}
    members = dict(sorted(members.items(), key=lambda item: (item[1], item[0])))
    made = kind(name, members, module=__name__)
    globals().update({name: made, **{key: made[key] for key in members}})


_as_enum(IntEnum, 'AddressFamily', 'AF_')
_as_enum(IntEnum, 'SocketKind', 'SOCK_')
_as_enum(IntFlag, 'MsgFlag', 'MSG_')
_as_enum(IntFlag, 'AddressInfo', 'AI_')


def _member(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_socket.socket):
    """One end of a connection, or what takes connections or datagrams."""

    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        self._io_refs, self._closed = 0, False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = getattr(self, '_closed', False)
        parts = [f'{type(self).__module__}.{type(self).__qualname__}{" [closed]" if closed else ""} fd={self.fileno()}',
                 f'family={self.family}', f'type={self.type}', f'proto={self.proto}']
        for name, method in (('laddr', self.getsockname), ('raddr', self.getpeername)):
            try:
                if not closed and (address := method()):
                    parts.append(f'{name}={address}')
            except OSError:
                pass
        return f'<{", ".join(parts)}>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {type(self).__name__!r} object')

    @property
    def family(self):
        """The family of its addresses."""
        return _member(super().family, AddressFamily)

    @property
    def type(self):
        """What it carries."""
        return _member(super().type, SocketKind)

    def dup(self):
        """Another socket for the same end."""
        other = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        other.settimeout(self.gettimeout())
        return other

    def accept(self):
        """The first connection that waits, and where it comes from."""
        fd, address = self._accept()
        taken = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            taken.setblocking(True)
        return taken, address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """The socket as a file."""
        import io
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        from _socket_files import SocketIO
        raw = SocketIO(self, 'r' * reading + 'w' * writing)
        self._io_refs += 1
        size = io.DEFAULT_BUFFER_SIZE if buffering is None or buffering < 0 else buffering
        if size == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            file = io.BufferedRWPair(raw, raw, size)
        else:
            file = (io.BufferedReader if reading else io.BufferedWriter)(raw, size)
        if 'b' in mode:
            return file
        file = io.TextIOWrapper(file, encoding, errors, newline)
        file.mode = mode
        return file

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        super().close()

    def close(self):
        """Gives its descriptor back, once no file made of it is open."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Lets go of its descriptor without closing it."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """There are no other programs to inherit it."""
        return False


SocketType = _socket.SocketType
error = OSError


def fromfd(fd, family, type, proto=0):
    """A socket for another descriptor of the same end."""
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected to each other."""
    ends = _socket.socketpair(AF_UNIX if family is None else family, type, proto)
    return tuple([socket(end.family, type, proto, end.detach()) for end in ends])


def getfqdn(name=''):
    """The whole name of a host."""
    name = name.strip()
    if name in ('', '0.0.0.0', '::'):
        name = gethostname()
    try:
        known, others, _ = gethostbyaddr(name)
    except OSError:
        return name
    return next((one for one in [known, *others] if '.' in one), known)


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """A socket that is connected to a host and a port."""
    host, port = address
    failures = []
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)
            return sock
        except OSError as failed:
            failures = [*failures, failed] if all_errors else [failed]
            if sock is not None:
                sock.close()
    if not failures:
        raise OSError('getaddrinfo returns an empty list')
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', failures)
        raise failures[0]
    finally:
        failures = failed = None


def has_dualstack_ipv6():
    """Whether one socket takes connections of both families: here each has its own."""
    return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that takes connections at an address."""
    if dualstack_ipv6:
        raise ValueError('dualstack_ipv6 not supported on this platform')
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port and family in (AF_INET, AF_INET6):
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 1)
        try:
            sock.bind(address)
        except OSError as failed:
            raise type(failed)(failed.errno, f'{failed.strerror} (while attempting to bind on address {address!r})'
                               ) from None
        sock.listen() if backlog is None else sock.listen(backlog)
    except OSError:
        sock.close()
        raise
    return sock


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host and a port, with what kinds of sockets reach them."""
    return [(_member(found, AddressFamily), _member(kind, SocketKind), proto, name, place)
            for found, kind, proto, name, place in _socket.getaddrinfo(host, port, family, type, proto, flags)]
