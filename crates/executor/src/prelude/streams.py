"""Streams: what comes over a connection, to be read by coroutines, and what is written to it."""

from weakref import ref as _ref

from . import coroutines, events, exceptions, protocols

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

_DEFAULT_LIMIT = 65536


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connects; gives a reader and a writer."""
    from . import connections
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)  # at 48
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serves: each connection is handed to a function as a reader and a writer."""
    from . import connections
    loop = events.get_running_loop()
    return await loop.create_server(_serving(loop, client_connected_cb, limit), host, port, **kwds)  # at 84


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """The same as `open_connection`, to a path."""
    from . import connections
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)  # at 97
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """The same as `start_server`, at a path."""
    from . import connections
    loop = events.get_running_loop()
    return await loop.create_unix_server(_serving(loop, client_connected_cb, limit), path, **kwds)  # at 113


def _serving(loop, client_connected_cb, limit):
    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)
    return factory


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

    _source_traceback = None

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        # Whoever reads holds the reader. Until there is a connection, a server's protocol does.
        if stream_reader is None:
            self._stream_reader_wr = None
        else:
            self._stream_reader_wr = _ref(stream_reader)
            self._source_traceback = stream_reader._source_traceback
        if client_connected_cb is not None:
            self._strong_reader = stream_reader
        self._reject_connection = False
        self._task = self._transport = None
        self._client_connected_cb = client_connected_cb
        self._over_ssl = False
        self._closed = self._loop.create_future()

    @property
    def _stream_reader(self):
        return None if self._stream_reader_wr is None else self._stream_reader_wr()

    def _replace_transport(self, transport):
        self._transport = transport
        self._over_ssl = transport.get_extra_info('sslcontext') is not None

    def connection_made(self, transport):
        if self._reject_connection:
            context = {'message': 'An open stream was garbage collected prior to establishing network connection; '
                                  'call "stream.close()" explicitly.'}
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)
            transport.abort()
            return
        self._replace_transport(transport)
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is None:
            return
        writer = StreamWriter(transport, self, reader, self._loop)
        outcome = self._client_connected_cb(reader, writer)
        if coroutines.iscoroutine(outcome):
            def callback(task):
                if not task.cancelled():
                    failed = task.exception()
                    if failed is None:
                        return
                    self._loop.call_exception_handler({'message': 'Unhandled exception in client_connected_cb',
                                                       'exception': failed, 'transport': transport})
                transport.close()

            self._task = self._loop.create_task(outcome)
            self._task.add_done_callback(callback)
        self._strong_reader = None

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof() if exc is None else reader.set_exception(exc)
        if not self._closed.done():
            self._closed.set_result(None) if exc is None else self._closed.set_exception(exc)
        super().connection_lost(exc)
        self._stream_reader_wr = self._stream_writer = self._task = self._transport = None

    def data_received(self, data):
        if (reader := self._stream_reader) is not None:
            reader.feed_data(data)

    def eof_received(self):
        if (reader := self._stream_reader) is not None:
            reader.feed_eof()
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed

    def __del__(self):
        closed = getattr(self, '_closed', None)
        if closed is not None and closed.done() and not closed.cancelled():
            # Nobody has to ask how it ended.
            closed.exception()


class StreamWriter:
    """Writes to a transport."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        assert reader is None or isinstance(reader, StreamReader)
        self._reader = reader
        self._loop = loop
        self._complete_fut = loop.create_future()
        self._complete_fut.set_result(None)

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

    async def start_tls(self, sslcontext, **kwargs):
        """There is no TLS."""
        await self.drain()  # at 395
        await self._loop.start_tls(self._transport, self._protocol, sslcontext, **kwargs)  # at 396
