"""Streams of the network inside the machine: TCP, and Unix sockets."""

from collections import deque

from _network import (AF_UNIX, ANY, ERR, HUP, IN, OUT, RDHUP, STREAM, Endpoint, Later, _at, _names, error)


class Stream(Endpoint):
    """TCP, or a stream between Unix sockets."""

    __slots__ = ('inbox', 'queue', 'backlog', 'waiting', 'ended', 'read_shut', 'write_shut', 'dead', 'gone', 'unsaid')

    def __init__(self, family, kind=STREAM):
        super().__init__(family, kind)
        self.inbox = bytearray()
        # Of one that listens: connections to be accepted, and those for which there is no room yet.
        self.queue, self.waiting, self.backlog = deque(), deque(), 0
        # The other end writes no more; this end reads no more, writes no more; there is no connection any more; it was
        # closed; nobody was told yet that it is connected.
        self.ended = self.read_shut = self.write_shut = self.dead = self.gone = self.unsaid = False

    # Sizes.

    def capacity(self):
        """How many bytes may be on their way to the other end."""
        to = self.peer
        if self.family == AF_UNIX:
            return self.options.get('sndbuf', 212992)
        return self.options.get('sndbuf', 2495488) + to.options.get('rcvbuf', 131072)

    def has_room(self):
        """Whether it counts as writable: not while it is nearly full."""
        if self.peer is None:
            return True
        used = self.peer.size
        return used * 4 <= self.capacity() if self.family == AF_UNIX else used * 3 <= self.capacity() * 2

    def poll(self):
        """What it is ready for."""
        if self.state == 'listening':
            return IN if self.queue else 0
        mask = ERR if self.pending else 0
        if self.state == 'connecting':
            return mask
        if self.state == 'new':
            return mask | OUT | HUP | (IN if mask or self.dead else 0)
        over = self.ended or self.read_shut
        if self.dead or over and self.write_shut:
            mask |= HUP
        if self.size or over or self.dead:
            mask |= IN | (RDHUP if over or self.dead else 0)
        if self.dead or self.write_shut or self.has_room():
            mask |= OUT
        return mask

    # Connecting.

    def listen(self, backlog):
        """Takes connections from now on."""
        if self.state not in ('new', 'listening'):
            raise error('EINVAL')
        if self.address is None:
            if self.family == AF_UNIX:
                raise error('EINVAL')
            self.bind((ANY[self.family], 0) + (0, 0) * (self.family == AF_INET6))
        if any(one is not self and one.state == 'listening' and one.address[0] == self.address[0]
               and not one.options.get('port') for one in self._holders()):
            raise error('EADDRINUSE')
        self.state, self.backlog = 'listening', max(0, backlog)

    def _holders(self):
        return [] if self.family == AF_UNIX else _at(self, self.address[1])

    def connect(self, address, blocking):
        """Connects; one that does not block hears of it later."""
        if self.pending:
            self.report()
        if self.state == 'connecting':
            raise error('EALREADY')
        if self.state == 'listening' or self.state == 'connected' and not self.unsaid:
            raise error('EISCONN')
        if self.state == 'connected':
            self.unsaid = False
            return
        self.dead = False
        if self.family == AF_UNIX:
            server = _names.get(address)
            if server is None:
                raise error('ENOENT')
            if server.state != 'listening':
                raise error('ECONNREFUSED')
            if len(server.queue) > server.backlog:
                if not blocking:
                    raise error('EAGAIN')
                raise Later(server)
            self._join(server, address)
            return
        address = self._target(address)
        self._bind_for(address[0])
        self.state = 'connecting'
        server = self._find(address, lambda one: one.state == 'listening')
        if server is None:
            self.state = 'new'
            if blocking:
                raise error('ECONNREFUSED')
            self.pending = 'ECONNREFUSED'
            self.dead = True
            self.changed()
        elif len(server.queue) > server.backlog:
            server.waiting.append((self, address))
            self.peer = server
        else:
            self._join(server, address)
        self.unsaid = True
        if blocking:
            if self.state == 'connecting':
                raise Later(self)
            self.unsaid = False
            return
        raise error('EINPROGRESS')

    def _join(self, server, address):
        """The connection is there, and waits to be accepted."""
        other = Stream(self.family)
        other.options = dict(server.options)
        other.state = self.state = 'connected'
        other.peer, self.peer = self, other
        self.peer_address = address
        other.peer_address = self.local_address()
        if self.family == AF_UNIX:
            other.address = address
        else:
            other._take(address)
        server.queue.append(other)
        server.changed()
        self.changed()

    def accept(self):
        """The first connection that waits."""
        if self.state != 'listening':
            raise error('EINVAL')
        if not self.queue:
            raise error('EAGAIN')
        taken = self.queue.popleft()
        while self.waiting and len(self.queue) <= self.backlog:
            other, address = self.waiting.popleft()
            if other.state == 'connecting':
                other._join(self, address)
        self.changed()
        return taken

    # Data.

    def send(self, data):
        """How many of the bytes were taken."""
        if self.state == 'new' or self.state == 'listening':
            raise error('EPIPE' if self.family != AF_UNIX else 'ENOTCONN')
        if self.state == 'connecting':
            raise error('EAGAIN')
        if self.family == AF_UNIX:
            if self.write_shut or self.peer.gone:
                raise error('EPIPE')
        else:
            self.report()
            if self.write_shut or self.dead:
                raise error('EPIPE')
            if self.peer.gone or self.peer.read_shut and self.peer.write_shut:
                # There is nobody who would take it: the answer is a reset.
                self._reset('EPIPE')
                self.peer._reset(None)
                return len(data)
        to = self.peer
        room = self.capacity() - to.size
        if room <= 0:
            raise error('EAGAIN')
        taken = data if len(data) <= room else data[:room]
        if len(taken):
            to.inbox += taken
            to.size += len(taken)
            to.changed()
        return len(taken)

    def receive(self, count, peek=False):
        """At most so many bytes; none where the other end writes no more."""
        if self.state in ('new', 'listening') and not self.pending and not self.dead:
            raise error('ENOTCONN' if self.family != AF_UNIX else 'EINVAL')
        if self.size:
            data = bytes(self.inbox[:count])
            if not peek:
                to = self.peer
                had_room = to.has_room()
                del self.inbox[:count]
                self.size -= len(data)
                if not had_room and to.has_room():
                    to.changed()
            return data, None
        if not self.ended or self.family == AF_UNIX:
            self.report()
        if self.ended or self.read_shut or self.dead:
            return b'', None
        raise error('EAGAIN')

    # Ends.

    def shutdown(self, how):
        """Reads (0) or writes (1) no more, or neither (2)."""
        if self.state != 'connected' or self.dead:
            raise error('ENOTCONN')
        if how != 1:
            self.read_shut = True
            if self.family == AF_UNIX:
                self.peer.write_shut = True
                self.peer.changed()
        if how != 0 and not self.write_shut:
            self.write_shut = True
            self.peer._end()
            self._die_if_over()
        self.changed()

    def _end(self):
        """The other end writes no more."""
        self.ended = True
        self._die_if_over()
        self.changed()

    def _die_if_over(self):
        if self.family != AF_UNIX and self.ended and self.write_shut:
            self.dead = True
            self.peer_address = None

    def _reset(self, name):
        """There is no connection any more."""
        if self.family != AF_UNIX:
            if self.dead:
                return
            self.dead = True
            self.peer_address = None
        self.pending = name
        self.changed()

    def close(self):
        """Nobody has it any more."""
        self._let_go()
        if self.gone:
            return
        self.gone = True
        if self.state == 'listening':
            self.state = 'closed'
            while self.queue:
                self.queue.popleft()._refuse()
            while self.waiting:
                other, _ = self.waiting.popleft()
                other.state, other.pending, other.dead = 'new', 'ECONNREFUSED', True
                other.changed()
        elif self.state == 'connected' and not self.peer.gone:
            unread, self.size = self.size, 0
            self.inbox.clear()
            peer = self.peer
            if self.family == AF_UNIX:
                peer.write_shut = peer.ended = True
                peer._reset('ECONNRESET' if unread else None)
            elif unread:
                peer._reset('ECONNRESET')
            elif not self.write_shut:
                peer._end()
        self.changed()

    def _refuse(self):
        """The server went before it accepted this."""
        self._let_go()
        self.gone = True
        peer = self.peer
        if not peer.gone:
            if self.family == AF_UNIX:
                peer.write_shut = peer.ended = True
            peer._reset('ECONNRESET')
