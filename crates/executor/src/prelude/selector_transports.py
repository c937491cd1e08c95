"""Transports over sockets: they call their protocol with what comes, and keep what could not be written yet."""

from collections import deque
import selectors
import socket
import warnings

from _asyncio import _log_warning
from . import futures, protocols, transports
from .trsock import TransportSocket

_BUSY = (BlockingIOError, InterruptedError)
_EXITS = (SystemExit, KeyboardInterrupt)
# From so many writes after the end on, each is warned of.
_LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5


def _is_watched(loop, fd, event):
    key = loop._key(fd)
    return key is not None and bool(key.events & event)


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    """What transports of streams and of datagrams have in common."""

    max_size = 256 * 1024
    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra['socket'] = TransportSocket(sock)
        for name, method in (('sockname', sock.getsockname), ('peername', sock.getpeername)):
            if name == 'sockname' or name not in self._extra:
                try:
                    self._extra[name] = method()
                except OSError:
                    self._extra[name] = None
        self._sock, self._sock_fd = sock, sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = deque()
        # How often something was written, or was about to be, after the end was scheduled.
        self._conn_lost = 0
        self._closing = self._paused = False
        if server is not None:
            server._attach(self)
        loop._transports[self._sock_fd] = self

    def _begin(self, waiter):
        """The protocol hears of the connection first, then is read, then whoever made it goes on."""
        loop = self._loop
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        parts = [self.__class__.__name__]
        if self._sock is None:
            parts.append('closed')
        elif self._closing:
            parts.append('closing')
        parts.append(f'fd={self._sock_fd}')
        loop = self._loop
        if loop is not None and not loop.is_closed():
            reading, writing = [_is_watched(loop, self._sock_fd, event)
                                for event in (selectors.EVENT_READ, selectors.EVENT_WRITE)]
            parts.append('read=polling' if reading else 'read=idle')
            state = 'polling' if writing else 'idle'
            parts.append(f'write=<{state}, bufsize={self.get_write_buffer_size()}>')
        return f'<{" ".join(parts)}>'

    def __del__(self):
        if self._sock is not None:
            warnings.warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)

    # The protocol.

    def set_protocol(self, protocol):
        """Says who is called from now on."""
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        """Who is called."""
        return self._protocol

    # Reading.

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._loop._add_reader(fd, callback, *args)

    def is_reading(self):
        """Whether what comes is read."""
        return not (self._closing or self._paused)

    def pause_reading(self):
        """Leaves what comes where it is."""
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        """Reads again."""
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader(self._sock_fd, self._read_ready)

    # Ends.

    def is_closing(self):
        """Whether it is closed or about to be."""
        return self._closing

    def close(self):
        """Closes the connection once everything is written."""
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def abort(self):
        """Closes the connection at once."""
        self._force_close(None)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler(
                {'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        loop = self._loop
        if self._buffer:
            self._buffer.clear()
            loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)

    # Writing.

    def get_write_buffer_size(self):
        """How many bytes wait to be written."""
        return sum(map(len, self._buffer))

    def _is_lost(self):
        """Whether there is nobody to write to any more."""
        if not self._conn_lost:
            return False
        if self._conn_lost >= _LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            _log_warning('socket.send() raised exception.')
        self._conn_lost += 1
        return True


class _SelectorSocketTransport(_SelectorTransport):
    """A transport of a stream."""

    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._read_ready_cb = None
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        if sock.proto == socket.IPPROTO_TCP and sock.type == socket.SOCK_STREAM and sock.family != socket.AF_UNIX:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._begin(waiter)

    def set_protocol(self, protocol):
        """Says who is called from now on."""
        if isinstance(protocol, protocols.BufferedProtocol):
            self._read_ready_cb = self._read_ready__get_buffer
        else:
            self._read_ready_cb = self._read_ready__data_received
        super().set_protocol(protocol)

    # Reading.

    def _read_ready(self):
        self._read_ready_cb()

    def _ask_protocol(self, method, *args):
        """What a method of the protocol gives, and whether it did; its failure is the end of the transport."""
        try:
            return getattr(self._protocol, method)(*args), True
        except _EXITS:
            raise
        except BaseException as exc:
            self._fatal_error(exc, f'Fatal error: protocol.{method}() call failed.')
            return None, False

    def _read(self, method, argument):
        """What the socket gives; None where there is nothing."""
        try:
            return method(argument)
        except _BUSY:
            return None
        except _EXITS:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return None

    def _read_ready__get_buffer(self):
        if self._conn_lost:
            return
        try:
            buf = self._protocol.get_buffer(-1)
            if not len(buf):
                raise RuntimeError('get_buffer() returned an empty buffer')
        except _EXITS:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
            return
        nbytes = self._read(self._sock.recv_into, buf)
        if nbytes:
            self._ask_protocol('buffer_updated', nbytes)
        elif nbytes is not None:
            self._read_ready__on_eof()

    def _read_ready__data_received(self):
        if self._conn_lost:
            return
        data = self._read(self._sock.recv, self.max_size)
        if data:
            self._ask_protocol('data_received', data)
        elif data is not None:
            self._read_ready__on_eof()

    def _read_ready__on_eof(self):
        keep_open, answered = self._ask_protocol('eof_received')
        if not answered:
            return
        if keep_open:
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    # Writing.

    def write(self, data):
        """Writes at once what the socket takes, and the rest later."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes, bytearray, or memoryview object, '
                            f'not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data or self._is_lost():
            return
        if not self._buffer:
            try:
                taken = self._sock.send(data)
            except _BUSY:
                pass
            except _EXITS:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            else:
                data = memoryview(data)[taken:]
                if not data:
                    return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        """Writes several pieces at once."""
        if self._eof:
            raise RuntimeError('Cannot call writelines() after write_eof()')
        if not list_of_data or self._is_lost():
            return
        self._buffer.extend([memoryview(data) for data in list_of_data])
        self._write_ready()
        if self._buffer:
            self._loop._add_writer(self._sock_fd, self._write_ready)
            self._maybe_pause_protocol()

    def _write_sendmsg(self):
        assert self._buffer, 'Data should not be empty'
        if self._conn_lost:
            return
        try:
            self._drop_written(self._sock.sendmsg(self._buffer))
        except _BUSY:
            return
        except _EXITS:
            raise
        except BaseException as exc:
            self._loop._remove_writer(self._sock_fd)
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    _write_ready = _write_sendmsg

    def _drop_written(self, nbytes):
        while nbytes:
            piece = self._buffer.popleft()
            if len(piece) > nbytes:
                self._buffer.appendleft(piece[nbytes:])
                return
            nbytes -= len(piece)

    def can_write_eof(self):
        """A stream has an end in each direction."""
        return True

    def write_eof(self):
        """Says that nothing more will be written, once all is."""
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def close(self):
        """Closes the connection once everything is written."""
        self._read_ready_cb = None
        super().close()


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    """A transport of datagrams."""

    _header_size = 8

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer_size = 0
        self._begin(waiter)

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(self.max_size)
        except _BUSY:
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        except _EXITS:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, addr)

    def _send(self, data, addr):
        """Sends one datagram; gives whether it could be sent, or None after a failure."""
        try:
            if self._extra['peername']:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
            return True
        except _BUSY:
            return False
        except OSError as exc:
            self._protocol.error_received(exc)
        except _EXITS:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal write error on datagram transport')
        return None

    def sendto(self, data, addr=None):
        """Sends a datagram, at once or as soon as it can be sent."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
            if self._is_lost():
                return
        if not self._buffer:
            if self._send(data, addr) is not False:
                return
            self._loop._add_writer(self._sock_fd, self._sendto_ready)
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data) + self._header_size
        self._maybe_pause_protocol()

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            self._buffer_size -= len(data) + self._header_size
            sent = self._send(data, addr)
            if sent is None:
                return
            if not sent:
                self._buffer.appendleft((data, addr))
                self._buffer_size += len(data) + self._header_size
                break
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
