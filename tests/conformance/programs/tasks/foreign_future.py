import asyncio


class Promise:
    """Takes a future's place, without being one."""

    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop = loop
        self.waiting = []
        self.values = []
        self.result = self.values.copy

    def get_loop(self):
        return self.loop

    def add_done_callback(self, callback, *, context=None):
        print("waits:", type(callback).__name__, context is not None)
        self.waiting.append((callback, context))

    def cancel(self, msg=None):
        print("asked to cancel:", msg)
        return False

    def keep(self, value):
        self.values.append(value)
        for callback, context in self.waiting:
            self.loop.call_soon(callback, self, context=context)

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.values


class Quiet:
    def __repr__(self):
        return type(self).__name__


class Sulking(Quiet, Promise):
    def __await__(self):
        yield self


class NoFuture(Quiet):
    _asyncio_future_blocking = None

    def __await__(self):
        yield self


async def wait_for(awaitable):
    try:
        return await awaitable
    except asyncio.CancelledError as exc:
        return f"cancelled: {exc}"


async def main():
    loop = asyncio.get_running_loop()
    promise = Promise(loop)
    print(asyncio.isfuture(promise), asyncio.isfuture(NoFuture()), asyncio.isfuture(Promise))
    waiters = [asyncio.create_task(wait_for(promise), name=name) for name in ("first", "second")]
    loop.call_later(1, promise.keep, "kept")
    await asyncio.sleep(0)
    waiters[1].cancel("no more")
    print(await asyncio.gather(*waiters))
    elsewhere = asyncio.new_event_loop()
    for odd in Sulking(loop), Promise(elsewhere), NoFuture():
        try:
            await asyncio.create_task(wait_for(odd))
        except RuntimeError as exc:
            print(str(exc).partition(" <")[0], "/", str(exc).rpartition("> ")[2])
    elsewhere.close()


asyncio.run(main())
