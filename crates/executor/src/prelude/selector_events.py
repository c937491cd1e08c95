"""What an event loop does with sockets: it watches them, and calls what waits for them. Loaded when a script first has
something watched."""

from functools import partial
import selectors
import socket

import _network
from . import base_events
from .selector_transports import _BUSY, _EXITS, _SelectorDatagramTransport, _SelectorSocketTransport

__all__ = ('BaseSelectorEventLoop',)

_READ, _WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


class BaseSelectorEventLoop:
    """The part of the loop that is about sockets; its methods become those of the loop's class of this name."""

    # What is watched.

    def _watched(self):
        """The selector; a loop has one from when it is first needed."""
        if (own := self.__dict__.get('_selector')) is not None and type(own) is not base_events._Selector:
            return own
        if self._files is None:
            self._files = selectors.EpollSelector()
            self._set_watching(True)
        return self._files

    def _key(self, fd):
        """How a socket is watched, if it is."""
        return self._watched().get_map().get(fd)

    def _watch(self, fd, place, callback, args):
        """Something is called from now on whenever a socket can be read (0) or written (1)."""
        self._check_closed()
        handle = self._new_watcher(callback, args)
        key = self._key(fd)
        if key is None:
            before = None
            key = self._watched().register(fd, (_READ, _WRITE)[place], (None, handle) if place else (handle, None))
        else:
            before = key.data[place]
            waiting = (key.data[0], handle) if place else (handle, key.data[1])
            self._watched().modify(fd, key.events | (_READ, _WRITE)[place], waiting)
        if before is not None:
            self._watch_ended(before)
            before.cancel()
        self._watch_began(handle, key.fd, _network.describe(key.fd), place)
        return handle

    def _forget(self, fd, place):
        """It is not any more; whether it was."""
        if self.is_closed():
            return False
        key = self._key(fd)
        if key is None:
            return False
        left = key.events & ~(_READ, _WRITE)[place]
        if left:
            self._watched().modify(fd, left, (key.data[0], None) if place else (None, key.data[1]))
        else:
            self._watched().unregister(fd)
        handle = key.data[place]
        if handle is None:
            return False
        self._watch_ended(handle)
        handle.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._watch(fd, 0, callback, args)

    def _remove_reader(self, fd):
        return self._forget(fd, 0)

    def _add_writer(self, fd, callback, *args):
        return self._watch(fd, 1, callback, args)

    def _remove_writer(self, fd):
        return self._forget(fd, 1)

    def _ensure_fd_no_transport(self, fd):
        number = fd
        if not isinstance(fd, int):
            try:
                number = int(fd.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fd!r}') from None
        transport = self._transports.get(number)
        if transport and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    def add_reader(self, fd, callback, *args):
        """Has something called whenever a socket can be read."""
        self._ensure_fd_no_transport(fd)
        self._watch(fd, 0, callback, args)

    def remove_reader(self, fd):
        """No longer; whether there was something."""
        self._ensure_fd_no_transport(fd)
        return self._forget(fd, 0)

    def add_writer(self, fd, callback, *args):
        """Has something called whenever a socket can be written."""
        self._ensure_fd_no_transport(fd)
        self._watch(fd, 1, callback, args)

    def remove_writer(self, fd):
        """No longer; whether there was something."""
        self._ensure_fd_no_transport(fd)
        return self._forget(fd, 1)

    # Waiting for a socket with a future.

    def _check_socket(self, sock):
        if self.get_debug() and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')

    def _when_ready(self, fut, sock, place, callback, *args):
        """Something is called whenever the socket is ready, until the future is done."""
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = self._watch(fd, place, callback, args)
        forget = self._sock_write_done if place else self._sock_read_done
        fut.add_done_callback(partial(forget, fd, handle=handle))

    def _sock_read_done(self, fd, fut, handle=None):
        if handle is None or not handle.cancelled():
            self.remove_reader(fd)

    def _sock_write_done(self, fd, fut, handle=None):
        if handle is None or not handle.cancelled():
            self.remove_writer(fd)

    def _begin_waiting(self, sock, place, callback, *args):
        fut = self.create_future()
        self._when_ready(fut, sock, place, callback, fut, sock, *args)
        return fut

    async def sock_recv(self, sock, n):
        """Reads at most so many bytes, as soon as there are any."""
        self._check_socket(sock)
        try:
            return sock.recv(n)
        except _BUSY:
            pass
        return await self._begin_waiting(sock, 0, self._sock_recv, n)  # at 388

    def _sock_recv(self, fut, sock, n):
        _try_again(fut, sock.recv, n)

    async def sock_recv_into(self, sock, buf):
        """Reads into a buffer; gives the number of bytes."""
        self._check_socket(sock)
        try:
            return sock.recv_into(buf)
        except _BUSY:
            pass
        return await self._begin_waiting(sock, 0, self._sock_recv_into, buf)  # at 429

    def _sock_recv_into(self, fut, sock, buf):
        _try_again(fut, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        """Reads a datagram; gives it and where it came from."""
        self._check_socket(sock)
        try:
            return sock.recvfrom(bufsize)
        except _BUSY:
            pass
        return await self._begin_waiting(sock, 0, self._sock_recvfrom, bufsize)  # at 469

    def _sock_recvfrom(self, fut, sock, bufsize):
        _try_again(fut, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Reads a datagram into a buffer; gives its length and where it came from."""
        self._check_socket(sock)
        nbytes = nbytes or len(buf)
        try:
            return sock.recvfrom_into(buf, nbytes)
        except _BUSY:
            pass
        return await self._begin_waiting(sock, 0, self._sock_recvfrom_into, buf, nbytes)  # at 511

    def _sock_recvfrom_into(self, fut, sock, buf, bufsize):
        _try_again(fut, sock.recvfrom_into, buf, bufsize)

    async def sock_sendall(self, sock, data):
        """Writes all of it."""
        self._check_socket(sock)
        try:
            sent = sock.send(data)
        except _BUSY:
            sent = 0
        if sent != len(data):
            return await self._begin_waiting(sock, 1, self._sock_sendall, memoryview(data), [sent])  # at 559

    def _sock_sendall(self, fut, sock, view, pos):
        if fut.done():
            return
        try:
            pos[0] += sock.send(view[pos[0]:])
        except _BUSY:
            return
        except _EXITS:
            raise
        except BaseException as failed:
            fut.set_exception(failed)
            return
        if pos[0] == len(view):
            fut.set_result(None)

    async def sock_sendto(self, sock, data, address):
        """Sends a datagram."""
        self._check_socket(sock)
        try:
            return sock.sendto(data, address)
        except _BUSY:
            pass
        return await self._begin_waiting(sock, 1, self._sock_sendto, data, address)  # at 608

    def _sock_sendto(self, fut, sock, data, address):
        _try_again(fut, sock.sendto, data, 0, address)

    async def sock_connect(self, sock, address):
        """Connects."""
        self._check_socket(sock)
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            resolved = await self._ensure_resolved(  # at 636
                address, family=sock.family, type=sock.type, proto=sock.proto, loop=self)
            address = resolved[0][4]
        fut = self.create_future()
        self._sock_connect(fut, sock, address)
        try:
            return await fut  # at 645
        finally:
            fut = None

    def _sock_connect(self, fut, sock, address):
        try:
            sock.connect(address)
        except _BUSY:
            self._when_ready(fut, sock, 1, self._sock_connect_cb, fut, sock, address)
        except _EXITS:
            raise
        except BaseException as failed:
            fut.set_exception(failed)
        else:
            fut.set_result(None)
        finally:
            fut = None

    def _sock_connect_cb(self, fut, sock, address):
        if fut.done():
            return
        try:
            if number := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise OSError(number, f'Connect call failed {address}')
        except _BUSY:
            pass
        except _EXITS:
            raise
        except BaseException as failed:
            fut.set_exception(failed)
        else:
            fut.set_result(None)
        finally:
            fut = None

    async def sock_accept(self, sock):
        """The next connection, and where it comes from."""
        self._check_socket(sock)
        fut = self.create_future()
        self._sock_accept(fut, sock)
        return await fut  # at 711

    def _sock_accept(self, fut, sock):
        try:
            conn, address = sock.accept()
            conn.setblocking(False)
        except _BUSY:
            self._when_ready(fut, sock, 0, self._sock_accept, fut, sock)
        except _EXITS:
            raise
        except BaseException as failed:
            fut.set_exception(failed)
        else:
            fut.set_result((conn, address))

    # Serving.

    def _start_serving(self, protocol_factory, sock, server=None, backlog=100):
        self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, server, backlog)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    def _accept_connection(self, protocol_factory, sock, server=None, backlog=100):
        for _ in range(backlog + 1):
            try:
                conn, address = sock.accept()
                conn.setblocking(False)
            except ConnectionAbortedError:
                continue
            except _BUSY:
                return
            self.create_task(self._accept_connection2(protocol_factory, conn, {'peername': address}, server))

    async def _accept_connection2(self, protocol_factory, conn, extra, server=None):
        protocol = transport = None
        try:
            protocol = protocol_factory()
            waiter = self.create_future()
            transport = self._make_socket_transport(conn, protocol, waiter=waiter, extra=extra, server=server)
            try:
                await waiter  # at 239
            except BaseException:
                transport.close()
                waiter = None
                raise
        except _EXITS:
            raise
        except BaseException as failed:
            if self.get_debug():
                context = {'message': 'Error on transport creation for incoming connection', 'exception': failed}
                if protocol is not None:
                    context['protocol'] = protocol
                if transport is not None:
                    context['transport'] = transport
                self.call_exception_handler(context)

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        self._ensure_fd_no_transport(sock)
        return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        self._ensure_fd_no_transport(sock)
        return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)

    # What each iteration asks.

    def _is_any_ready(self):
        """Whether the selector would give something at once."""
        return self._files is not None and self._files._selector._epoll.is_ready()

    def _take_ready(self):
        """What is ready enters the ready queue."""
        if self._files is not None:
            self._process_events(self._files.select(0))

    def _process_events(self, event_list):
        for key, mask in event_list:
            for place, event, forget in ((0, _READ, self._remove_reader), (1, _WRITE, self._remove_writer)):
                handle = key.data[place]
                if mask & event and handle is not None:
                    if handle._cancelled:
                        forget(key.fileobj)
                    else:
                        self._watcher_ready(handle)


def _try_again(fut, method, *args):
    """The socket is ready: what it gives is the future's result, unless it is not ready after all."""
    if fut.done():
        return
    try:
        result = method(*args)
    except _BUSY:
        return
    except _EXITS:
        raise
    except BaseException as failed:
        fut.set_exception(failed)
    else:
        fut.set_result(result)


BaseSelectorEventLoop = base_events._with_methods(base_events.BaseSelectorEventLoop, BaseSelectorEventLoop)
