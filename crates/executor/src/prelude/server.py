"""What serves connections."""

from . import events, exceptions, tasks

__all__ = ('Server',)


class Server(events.AbstractServer):
    """The sockets that take connections, and the transports of those that were taken."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        from weakref import WeakSet
        self._loop, self._sockets = loop, sockets
        self._protocol_factory, self._backlog = protocol_factory, backlog
        self._clients = WeakSet()
        # Who waits for the end; None once it has come.
        self._waiters = []
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    # Told by the transports:

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        self._wake_if_over()

    def _wake_if_over(self):
        if self._sockets is None and not len(self._clients):
            waiters, self._waiters = self._waiters, None
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)

    # Told by the script:

    def get_loop(self):
        """The loop that it belongs to."""
        return self._loop

    def is_serving(self):
        """Whether it takes connections."""
        return self._serving

    @property
    def sockets(self):
        """The sockets that take connections, to look at."""
        if self._sockets is None:
            return ()
        from .trsock import TransportSocket
        return tuple([TransportSocket(sock) for sock in self._sockets])

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._sockets:
                sock.listen(self._backlog)
                self._loop._start_serving(self._protocol_factory, sock, self, self._backlog)

    async def start_serving(self):
        """Takes connections from now on."""
        self._start_serving()
        await tasks.sleep(0)  # at 366

    async def serve_forever(self):
        """Takes connections until it is cancelled."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut  # at 379
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()  # at 383
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    def close(self):
        """Takes no more connections; those that there are stay."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        forever = self._serving_forever_fut
        if forever is not None and not forever.done():
            forever.cancel()
            self._serving_forever_fut = None
        self._wake_if_over()

    def close_clients(self):
        """Closes the connections that there are."""
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        """Closes them at once."""
        for transport in self._clients.copy():
            transport.abort()

    async def wait_closed(self):
        """Waits until it is closed and there are no more connections."""
        if self._waiters is not None:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter  # at 414


Server.__module__ = 'asyncio.base_events'
