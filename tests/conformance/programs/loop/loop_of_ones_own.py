import asyncio


class SimulatedLoop(asyncio.AbstractEventLoop):
    """A whole event loop by hand: time jumps to whatever is due next."""

    def __init__(self):
        self.handles = []
        self.now = 0

    def get_debug(self):
        return False

    def is_running(self):
        return True

    def is_closed(self):
        return False

    def time(self):
        return self.now

    def create_future(self):
        return asyncio.Future(loop=self)

    def create_task(self, coro, **options):
        return asyncio.Task(coro, loop=self, **options)

    def call_soon(self, callback, *args, context=None):
        handle = asyncio.Handle(callback, args, self, context)
        self.handles.append(handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.now + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        timer = asyncio.TimerHandle(when, callback, args, self, context)
        self.handles.append(timer)
        return timer

    def _timer_handle_cancelled(self, timer):
        print("cancelled:", timer.when())

    def call_exception_handler(self, context):
        print("failed:", context["message"].partition(" at ")[0], repr(context["exception"]))

    def take_next(self):
        for handle in self.handles:
            if not isinstance(handle, asyncio.TimerHandle):
                return handle
        timer = min(self.handles)
        self.now = timer.when()
        return timer

    def run_until_complete(self, coro):
        asyncio._set_running_loop(self)
        try:
            task = self.create_task(coro)
            while not task.done():
                handle = self.take_next()
                self.handles.remove(handle)
                if not handle.cancelled():
                    handle._run()
            return task.result()
        finally:
            asyncio._set_running_loop(None)


async def child(seconds):
    await asyncio.sleep(seconds)
    print("slept", seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: 1 / 0)
    late = asyncio.create_task(child(50))
    print(await asyncio.gather(child(2), child(1)))
    late.cancel()
    try:
        await late
    except asyncio.CancelledError:
        print("late was cancelled")
    try:
        async with asyncio.timeout(3):
            await loop.create_future()
    except TimeoutError:
        print("timed out at", loop.time())
    return "end"


loop = SimulatedLoop()
print(loop.run_until_complete(main()), loop.now)
