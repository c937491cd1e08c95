import asyncio, inspect, sys, weakref, gc


class Actor:
    def __init__(self, name):
        self.name = name
        self.inbox = asyncio.Queue()
        self._task = None

    async def __aenter__(self):
        self._task = asyncio.create_task(self._loop(), name=f"actor:{self.name}")
        return self

    async def __aexit__(self, et, ev, tb):
        print("exit", et.__name__ if et else None, ev)
        await self.inbox.put(None)
        await self._task
        return et is KeyError

    async def _loop(self):
        while (msg := await self.inbox.get()) is not None:
            handler = getattr(self, f"on_{type(msg).__name__}", self.default)
            res = handler(msg)
            if inspect.isawaitable(res):
                res = await res
            print(self.name, "->", res)

    def default(self, m):
        return f"unhandled {m!r}"

    async def on_int(self, m):
        await asyncio.sleep(0.01)
        return m + 1

    def on_str(self, m):
        return m.title().center(11, "*")

    def __del__(self):
        print("del", self.name)


async def main():
    async with Actor("a") as a, Actor("b") as b:
        for m in (1, "hello", 2.5, [1]):
            await a.inbox.put(m)
            await b.inbox.put(m)
        raise KeyError("gone")
    r = weakref.ref(a)
    del a, b
    print(r(), sys.version_info[:2], sys.getrecursionlimit())
    loop = asyncio.get_running_loop()

    def handler(loop, ctx):
        print("HANDLER", ctx["message"], sorted(ctx), repr(ctx.get("exception")))

    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    fut = loop.create_future()
    fut.set_exception(ValueError("nobody looks"))
    del fut
    await asyncio.sleep(0)
    t = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    gc.collect()
    for t in sorted(asyncio.all_tasks(), key=lambda t: t.get_name()):
        print(t.get_name(), t.get_coro().__name__)


async def fails():
    raise RuntimeError("lost")


asyncio.run(main())
