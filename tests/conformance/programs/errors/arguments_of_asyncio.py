"""Too few, too many or strange arguments for functions of asyncio."""

import asyncio
from asyncio import transports


class Slow(transports._FlowControlMixin, asyncio.Transport):
    waiting = 0

    def get_write_buffer_size(self):
        return self.waiting


class Writer:
    def pause_writing(self):
        print("paused")

    def resume_writing(self):
        print("resumed")
        raise ValueError("resuming")


async def main():
    loop = asyncio.get_running_loop()
    for call in (
        lambda: loop.call_later(1),
        lambda: loop.call_later("1"),
        lambda: loop.call_at(loop.time()),
        lambda: loop.call_at(None),
        lambda: asyncio.all_tasks(loop, loop),
        lambda: asyncio.current_task(task=None),
        lambda: asyncio.current_task(None, None),
        lambda: asyncio.iscoroutine(),
        lambda: asyncio.isfuture(1, 2),
        lambda: asyncio.isfuture(future=1),
        lambda: asyncio.Task(1, 2),
        lambda: asyncio.iscoroutine(obj=1),
        lambda: len(asyncio.all_tasks(loop=loop)),
    ):
        try:
            print(call())
        except TypeError as error:
            print(error)

    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    transport = Slow(loop=loop)
    transport._protocol = Writer()
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=10)
    print(transport.get_write_buffer_limits())
    transport.waiting = 41
    transport._maybe_pause_protocol()
    transport.waiting = 11
    transport._maybe_resume_protocol()
    transport.waiting = 10
    transport._maybe_resume_protocol()
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)


asyncio.run(main())
