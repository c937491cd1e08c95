import asyncio, time, functools


def timed(fn):
    @functools.wraps(fn)
    async def w(*a, **k):
        t = time.perf_counter()
        try:
            return await fn(*a, **k)
        finally:
            print(f"{fn.__name__}({', '.join(map(repr, a))}) took {time.perf_counter() - t:.2f}s")

    return w


@timed
async def boil(what, secs):
    await asyncio.sleep(secs)
    print(what, "ready")
    return what


@timed
async def seq():
    return [await boil("eggs", 3), await boil("toast", 2)]


@timed
async def conc():
    return await asyncio.gather(boil("eggs", 3), boil("toast", 2))


@timed
async def tasks():
    a = asyncio.create_task(boil("eggs", 3))
    b = asyncio.create_task(boil("toast", 2))
    print(await a, await b)


@timed
async def blocking():
    async def bad():
        time.sleep(1)
        print("bad done")

    await asyncio.gather(bad(), bad(), boil("tea", 1))


async def main():
    for f in (seq, conc, tasks, blocking):
        print(f.__name__)
        print(await f())
    print(time.strftime("%X"))


asyncio.run(main())


class AsyncInit:
    def __await__(self):
        return self._init().__await__()

    async def _init(self):
        await asyncio.sleep(0.1)
        self.ready = True
        return self


class AsyncProp:
    def __init__(self):
        self._v = None

    @property
    async def value(self):
        if self._v is None:
            await asyncio.sleep(0.1)
            self._v = 42
        return self._v


async def m2():
    o = await AsyncInit()
    print(o.ready, await AsyncProp().value)
    lock = asyncio.Lock()
    cache = {}

    async def get(k):
        async with lock:
            if k not in cache:
                print("miss", k)
                await asyncio.sleep(0.1)
                cache[k] = k * 2
            return cache[k]

    print(await asyncio.gather(*[get(k) for k in "abab"]))
    results = await asyncio.gather(*[asyncio.sleep(0, i) for i in range(3)], return_exceptions=True)
    print(results)

    async def fail(n):
        await asyncio.sleep(n)
        raise ValueError(n)

    try:
        await asyncio.gather(fail(0.1), fail(0.2), asyncio.sleep(0.5, "x"))
    except ValueError as e:
        print("first", e)
    await asyncio.sleep(0.3)
    done, pending = await asyncio.wait(
        {asyncio.ensure_future(fail(0.1)), asyncio.ensure_future(asyncio.sleep(1))},
        return_when=asyncio.FIRST_EXCEPTION,
    )
    print(len(done), len(pending), [repr(t.exception()) for t in done])
    loop = asyncio.get_event_loop()
    f = loop.create_future()

    async def setter():
        await asyncio.sleep(0.1)
        f.set_result("done")

    t = asyncio.create_task(setter())
    print(await f, f.done(), t.done())
    await t
    print(await asyncio.wait_for(asyncio.Event().wait(), 0.1))


try:
    asyncio.run(m2())
except TimeoutError as e:
    print("T", repr(e))
