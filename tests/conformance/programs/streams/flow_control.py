"""`FlowControlMixin`, by which writers wait while their transport asks for a pause; names that scripts find in the
modules of asyncio, and in a `Timeout`."""
import asyncio
import functools
import inspect
from asyncio import streams


class Transport(asyncio.Transport):
    closed = False

    def is_closing(self):
        return self.closed

    def close(self):
        print('  close')
        self.closed = True

    def write(self, data):
        print('  write', data)


async def main():
    loop = asyncio.get_running_loop()
    flow = streams.FlowControlMixin(loop)
    print(isinstance(flow, asyncio.Protocol), issubclass(asyncio.StreamReaderProtocol, streams.FlowControlMixin))
    flow.pause_writing()
    try:
        flow.pause_writing()
    except AssertionError:
        print('paused already')
    waiting = [asyncio.create_task(flow._drain_helper()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.sleep(0)
    flow.resume_writing()
    print(await asyncio.gather(*waiting, return_exceptions=True))
    await flow._drain_helper()
    flow.pause_writing()
    waits = asyncio.create_task(flow._drain_helper())
    await asyncio.sleep(0)
    flow.connection_lost(OSError('gone'))
    print(await asyncio.gather(waits, flow._drain_helper(), return_exceptions=True))
    try:
        flow._get_close_waiter(None)
    except NotImplementedError as error:
        print(repr(error))

    reader = asyncio.StreamReader(loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport = Transport()
    protocol.connection_made(transport)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    protocol.pause_writing()

    async def write(data):
        writer.write(data)
        try:
            await writer.drain()
            print('  drained', data)
        except ConnectionResetError as error:
            print('  lost', data, error)
    writers = [asyncio.create_task(write(data)) for data in (b'one', b'two')]
    await asyncio.sleep(0)
    protocol.connection_lost(None)
    await asyncio.gather(*writers)
    await write(b'late')
    await writer.wait_closed()

    async with asyncio.timeout(5) as limit:
        print(type(limit._timeout_handler).__name__, limit._cancelling)
    print(limit._timeout_handler)
    future = loop.create_future()
    asyncio.futures.future_add_to_awaited_by(future, asyncio.current_task())
    print(future._asyncio_awaited_by == {asyncio.current_task()})
    asyncio.futures.future_discard_from_awaited_by(future, asyncio.current_task())
    print(future._asyncio_awaited_by, 'future_add_to_awaited_by' in asyncio.futures.__all__)


asyncio.run(main())


def told(self):
    pass


loop = asyncio.new_event_loop()
source = repr(asyncio.Handle(functools.partialmethod(told), (), loop)).rpartition(')() ')[2]
print(source)
loop.close()


class Lazy:
    def __init__(self, function):
        self.__annotate__ = function.__annotate__


def hinted(x: int) -> str:
    pass


print(inspect.get_annotations(Lazy(hinted)), inspect.get_annotations(functools.lru_cache(hinted)))
try:
    inspect.get_annotations(5)
except TypeError as error:
    print(error)
