"""A transport's socket, as the script gets to see it: to look at, not to use."""

import socket as _socket


class TransportSocket:
    """What is known of a socket, without what would disturb its transport."""

    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        """The family of its addresses."""
        return self._sock.family

    @property
    def type(self):
        """What it carries."""
        return self._sock.type

    @property
    def proto(self):
        """The number of its protocol."""
        return self._sock.proto

    def __repr__(self):
        parts = [f'<asyncio.TransportSocket fd={self.fileno()}', f'family={self.family}', f'type={self.type}',
                 f'proto={self.proto}']
        if self.fileno() != -1:
            for name in ('getsockname', 'getpeername'):
                try:
                    if address := getattr(self, name)():
                        parts.append(f'{"l" if name == "getsockname" else "r"}addr={address}')
                except OSError:
                    pass
        return ', '.join(parts) + '>'

    def __getstate__(self):
        raise TypeError('Cannot serialize asyncio.TransportSocket object')

    for _name in 'fileno dup get_inheritable shutdown getsockopt setsockopt getpeername getsockname'.split():
        def _pass_on(self, *args, _name=_name, **kwargs):
            return getattr(self._sock, _name)(*args, **kwargs)
        _pass_on.__name__, _pass_on.__qualname__ = _name, f'TransportSocket.{_name}'
        locals()[_name] = _pass_on
    del _name, _pass_on

    def gettimeout(self):
        """A transport's socket never waits."""
        return 0

    def settimeout(self, value):
        """It cannot be made to."""
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        """It cannot be made to."""
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')
