"""Datagrams of the network inside the machine: UDP, and Unix sockets."""

from collections import deque

from _network import AF_UNIX, ANY, DGRAM, ERR, HUP, IN, OUT, Endpoint, _LOOPBACK, _names, error


class Datagrams(Endpoint):
    """UDP, or datagrams between Unix sockets."""

    __slots__ = ('inbox', 'read_shut', 'write_shut', 'gone')

    _OVERHEAD = 1280

    def __init__(self, family, kind=DGRAM):
        super().__init__(family, kind)
        self.inbox = deque()
        self.read_shut = self.write_shut = self.gone = False

    def poll(self):
        """What it is ready for."""
        mask = OUT
        if self.pending:
            mask |= ERR
        if self.inbox or self.read_shut:
            mask |= IN
        if self.read_shut and self.write_shut:
            mask |= HUP
        return mask

    def listen(self, backlog):
        """No connections are made."""
        raise error('EOPNOTSUPP')

    accept = listen

    def connect(self, address, blocking):
        """From now on datagrams go there, and come from there alone."""
        if self.family == AF_UNIX:
            if (other := _names.get(address)) is None:
                raise error('ENOENT')
            if other.gone:
                raise error('ECONNREFUSED')
            self.peer = other
        else:
            address = self._target(address)
            self._bind_for(address[0])
        self.peer_address = address
        self.state = 'connected'

    def send(self, data):
        """Sends to where it is connected to."""
        if self.state != 'connected':
            raise error('ENOTCONN' if self.family == AF_UNIX else 'EDESTADDRREQ')
        return self.send_to(data, self.peer_address)

    def send_to(self, data, address):
        """Sends one datagram; where nobody takes it, a connected socket hears of that later."""
        self.report()
        if self.write_shut:
            raise error('EPIPE')
        if len(data) > (65507 if self.family != AF_UNIX else 212960):
            raise error('EMSGSIZE')
        if self.family == AF_UNIX:
            to = self.peer if self.state == 'connected' and address == self.peer_address else _names.get(address)
            if to is None:
                raise error('ENOENT')
            if to.gone:
                raise error('ECONNREFUSED')
            source = self.address
        else:
            address = self._target(address)
            if self.address is None:
                self.bind((ANY[self.family], 0) + (0, 0) * (self.family == AF_INET6))
            source = self.address
            if source[0] == ANY[self.family]:
                source = (_LOOPBACK[self.family],) + source[1:]
            to = self._find(address, lambda one: one.peer_address in (None, source))
            if to is None:
                if self.state == 'connected':
                    self.pending = 'ECONNREFUSED'
                    self.changed()
                return len(data)
        cost = len(data) + self._OVERHEAD
        if to.size + cost > to.options.get('rcvbuf', 212992):
            if self.family == AF_UNIX:
                raise error('EAGAIN')
            # The queue is full: the datagram is lost.
            return len(data)
        to.inbox.append((bytes(data), source))
        to.size += cost
        to.changed()
        return len(data)

    def receive(self, count, peek=False):
        """The first datagram, cut to so many bytes, and where it came from."""
        if self.inbox:
            data, source = self.inbox[0]
            if not peek:
                self.inbox.popleft()
                self.size -= len(data) + self._OVERHEAD
                if self.family == AF_UNIX and self.peer is not None:
                    self.peer.changed()
            return data[:count], source
        self.report()
        if self.read_shut:
            return b'', None
        raise error('EAGAIN')

    def shutdown(self, how):
        """Reads (0) or writes (1) no more, or neither (2)."""
        if self.state != 'connected':
            raise error('ENOTCONN')
        self.read_shut = self.read_shut or how != 1
        self.write_shut = self.write_shut or how != 0
        self.changed()

    def close(self):
        """Nobody has it any more."""
        self.gone = True
        self._let_go()
