"""What a kept exception keeps alive: callers' locals, generator frames, contextmanagers that swallow, tasks that failed."""
import asyncio
import gc
import sys
import weakref
from contextlib import contextmanager, asynccontextmanager, suppress, ExitStack


class Tracked:
    live = []
    def __init__(self, name):
        self.name = name
        Tracked.live.append(name)
    def __del__(self): Tracked.live.remove(self.name)


def show(label): print(f"{label:<28}", Tracked.live)


def deep(n):
    t = Tracked(f"deep{n}")
    if n:
        return deep(n - 1)
    raise ValueError("bottom")


def middle():
    m = Tracked("middle")
    try:
        deep(2)
    except ValueError as e:
        return e


def outer():
    o = Tracked("outer")
    return middle()


e = outer()
show("exception kept")
names, f = [], e.__traceback__.tb_frame
while f:
    names.append(f.f_code.co_name)
    f = f.f_back
print(names)
e.__traceback__ = None
del f
show("traceback dropped")


@contextmanager
def swallow():
    t = Tracked("in cm")
    try:
        yield
    except ValueError:
        pass


def use_cm():
    u = Tracked("user")
    with swallow():
        deep(0)


use_cm()
show("contextmanager swallowed")
gc.collect()
show("collected")


def use_suppress():
    u = Tracked("suppress user")
    with suppress(ValueError):
        deep(0)
    with ExitStack() as s:
        s.enter_context(swallow())
        deep(0)


use_suppress()
show("suppress and stack")
gc.collect()
show("collected")


def gen():
    g = Tracked("gen")
    try:
        yield 1
    except KeyError as e:
        yield e
    yield 3


def drive():
    d = Tracked("driver")
    it = gen()
    next(it)
    return it.throw(KeyError("k"))


e = drive()
show("thrown and yielded")
del e
show("dropped")


def lookup_frames():
    x = Tracked("x")
    def inner():
        y = Tracked("y")
        return sys._getframe()
    return inner()


fr = lookup_frames()
show("frame kept")
print(fr.f_back.f_code.co_name, fr.f_back.f_back.f_code.co_name, fr.f_lineno > 0)
fr.clear()
show("cleared")
del fr
show("frame dropped")


async def worker(n):
    w = Tracked(f"w{n}")
    await asyncio.sleep(0)
    return await helper(n)


async def helper(n):
    h = Tracked(f"h{n}")
    await asyncio.sleep(0)
    raise RuntimeError(n)


async def catcher():
    c = Tracked("catcher")
    try:
        await helper(9)
    except RuntimeError as e:
        return e


@asynccontextmanager
async def aswallow():
    a = Tracked("acm")
    try:
        yield a
    except RuntimeError:
        await asyncio.sleep(0)


async def acm_user():
    u = Tracked("acm user")
    async with aswallow():
        await helper(1)


async def main():
    rs = await asyncio.gather(worker(1), worker(2), return_exceptions=True)
    show("gather kept")
    del rs
    show("gather dropped")
    e = await catcher()
    show("caught and returned")
    del e
    show("dropped")
    await acm_user()
    show("async cm swallowed")
    gc.collect()
    show("collected")
    t = asyncio.create_task(worker(3), name="t3")
    await asyncio.wait([t])
    show("failed task")
    try:
        await t
    except RuntimeError:
        pass
    del t
    show("failed task dropped")
    ref = weakref.ref(asyncio.current_task())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(worker(4))
            tg.create_task(worker(5))
    except* RuntimeError as eg:
        kept = eg
    show("group kept")
    del kept, tg
    show("group dropped")
    gc.collect()
    show("collected")
    with suppress(TimeoutError):
        async with asyncio.timeout(0.1):
            await acm_sleeper()
    show("timeout")


async def acm_sleeper():
    s = Tracked("sleeper")
    async with aswallow():
        await asyncio.sleep(1)


asyncio.run(main())
gc.collect()
show("end")
