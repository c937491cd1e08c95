"""Streams. Nothing connects them to a network, but a script can feed a `StreamReader` itself, or wrap a transport
of its own in a `StreamWriter`."""

from . import coroutines, events, exceptions, protocols
from .refusals import coroutine_function

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

_DEFAULT_LIMIT = 65536

open_connection = coroutine_function('open_connection', 'network', 'asyncio.open_connection')
start_server = coroutine_function('start_server', 'network', 'asyncio.start_server')
open_unix_connection = coroutine_function('open_unix_connection', 'network', 'asyncio.open_unix_connection')
start_unix_server = coroutine_function('start_unix_server', 'network', 'asyncio.start_unix_server')


class StreamReader:
    """Bytes that were fed and not read yet, and the one reader who may wait for more."""

    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        parts = ['StreamReader']
        if self._buffer:
            parts.append(f'{len(self._buffer)} bytes')
        if self._eof:
            parts.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            parts.append(f'limit={self._limit}')
        for name in ('waiter', 'exception', 'transport'):
            if value := getattr(self, '_' + name):
                parts.append(f'{name}={value!r}')
        if self._paused:
            parts.append('paused')
        return f'<{" ".join(parts)}>'

    # Who feeds it:

    def exception(self):
        """What went wrong, or None."""
        return self._exception

    def set_exception(self, exc):
        """Something went wrong: whoever reads gets the exception."""
        self._exception = exc
        self._wake(lambda waiter: waiter.set_exception(exc))

    def set_transport(self, transport):
        """Says whom to ask to pause when too much comes."""
        assert self._transport is None, 'Transport already set'
        self._transport = transport

    def feed_data(self, data):
        """Some bytes came."""
        assert not self._eof, 'feed_data after feed_eof'
        if not data:
            return
        self._buffer.extend(data)
        self._wake(lambda waiter: waiter.set_result(None))
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
                self._paused = True
            except NotImplementedError:
                self._transport = None

    def feed_eof(self):
        """Nothing more will come."""
        self._eof = True
        self._wake(lambda waiter: waiter.set_result(None))

    def at_eof(self):
        """Whether all was read and nothing more will come."""
        return self._eof and not self._buffer

    def _wake(self, settle):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            settle(waiter)

    # Who reads:

    def _take(self, count):
        """So many bytes from the front."""
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._unblock()
        return taken

    def _unblock(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def _check(self):
        if self._exception is not None:
            raise self._exception

    def _incomplete(self, expected):
        partial = bytes(self._buffer)
        self._buffer.clear()
        return exceptions.IncompleteReadError(partial, expected)

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f'{func_name}() called while another coroutine is already waiting for incoming data')
        assert not self._eof, '_wait_for_data after EOF'
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter  # at 539
        finally:
            self._waiter = None

    async def readline(self):
        """A line with its newline; what there is where the stream ends without one."""
        try:
            return await self.readuntil(b'\n')  # at 562
        except exceptions.IncompleteReadError as short:
            return short.partial
        except exceptions.LimitOverrunError as long:
            if self._buffer.startswith(b'\n', long.consumed):
                del self._buffer[:long.consumed + 1]
            else:
                self._buffer.clear()
            self._unblock()
            raise ValueError(long.args[0])

    async def readuntil(self, separator=b'\n'):
        """All up to a separator, and the separator; a tuple holds several of them."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError('Separator should contain at least one element')
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError('Separator should be at least one-byte string')
        self._check()
        # Before this place there is no separator.
        searched = 0
        while True:
            if len(self._buffer) - searched >= shortest:
                found = [(at + len(one), at) for one in separators if (at := self._buffer.find(one, searched)) >= 0]
                if found:
                    end, start = min(found, key=lambda place: place[0])
                    break
                searched = max(0, len(self._buffer) + 1 - longest)
                if searched > self._limit:
                    raise exceptions.LimitOverrunError('Separator is not found, and chunk exceed the limit', searched)
            if self._eof:
                raise self._incomplete(None)
            await self._wait_for_data('readuntil')  # at 677
        if start > self._limit:
            raise exceptions.LimitOverrunError('Separator is found, but chunk is longer than limit', start)
        return self._take(end)

    async def read(self, n=-1):
        """At most so many bytes, as soon as there are any; without a number, all until the end."""
        self._check()
        if n == 0:
            return b''
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):  # at 723
                blocks.append(block)
            return b''.join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data('read')  # at 730
        return self._take(n)

    async def readexactly(self, n):
        """Exactly so many bytes."""
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        self._check()
        if n == 0:
            return b''
        while len(self._buffer) < n:
            if self._eof:
                raise self._incomplete(n)
            await self._wait_for_data('readexactly')  # at 769
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()  # at 784
        if line == b'':
            raise StopAsyncIteration
        return line


class FlowControlMixin(protocols.Protocol):
    """Has those who write wait while the transport asks for a pause."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = False
        self._connection_lost = False
        self._drain_waiters = []

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        self._wake(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._wake(exc)

    def _wake(self, exc):
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None) if exc is None else waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if self._paused:
            waiter = self._loop.create_future()
            self._drain_waiters.append(waiter)
            try:
                await waiter  # at 172
            finally:
                self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin):
    """Feeds a reader with what a transport brings."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._task = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._stream_reader.set_transport(transport)
        if self._client_connected_cb is not None:
            writer = StreamWriter(transport, self, self._stream_reader, self._loop)
            outcome = self._client_connected_cb(self._stream_reader, writer)
            if coroutines.iscoroutine(outcome):
                self._task = self._loop.create_task(outcome)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof() if exc is None else reader.set_exception(exc)
        if not self._closed.done():
            self._closed.set_result(None) if exc is None else self._closed.set_exception(exc)
        super().connection_lost(exc)
        self._stream_reader = self._task = None

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            self._stream_reader.feed_eof()
        return True

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    """Writes to a transport."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __del__(self):
        if self._transport.is_closing():
            return
        from warnings import warn
        if self._loop.is_closed():
            warn('loop is closed', ResourceWarning)
        else:
            self.close()
            warn(f'unclosed {self!r}', ResourceWarning)

    def __repr__(self):
        reader = '' if self._reader is None else f' reader={self._reader!r}'
        return f'<{self.__class__.__name__} transport={self._transport!r}{reader}>'

    @property
    def transport(self):
        """The transport."""
        return self._transport

    def write(self, data):
        """Hands bytes to the transport."""
        self._transport.write(data)

    def writelines(self, data):
        """Hands several pieces to the transport."""
        self._transport.writelines(data)

    def write_eof(self):
        """Says that nothing more will be written."""
        return self._transport.write_eof()

    def can_write_eof(self):
        """Whether the transport can be told so."""
        return self._transport.can_write_eof()

    def close(self):
        """Closes the transport."""
        return self._transport.close()

    def is_closing(self):
        """Whether the transport is closed or about to be."""
        return self._transport.is_closing()

    def get_extra_info(self, name, default=None):
        """What the transport knows under a name."""
        return self._transport.get_extra_info(name, default)

    async def wait_closed(self):
        """Waits until the connection is no more."""
        await self._protocol._get_close_waiter(self)  # at 358

    async def drain(self):
        """Waits while the transport has too much to write."""
        if self._reader is not None and (exception := self._reader.exception()) is not None:
            raise exception
        if self._transport.is_closing():
            from .tasks import sleep
            await sleep(0)  # at 385
        await self._protocol._drain_helper()  # at 386
