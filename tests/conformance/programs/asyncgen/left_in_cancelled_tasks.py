# A pipeline of stages, and two streams merged into one whose reader stops in the middle.
import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

type Stage = Callable[[Any], Any]
SENTINEL = object()


async def stage[T](
    fn: Callable[[T], T], src: asyncio.Queue[T], dst: asyncio.Queue[T] | None, sink: list[T]
) -> None:
    while (item := await src.get()) is not SENTINEL:
        res = fn(item)
        await asyncio.sleep(0.01)
        if dst is None:
            sink.append(res)
        else:
            await dst.put(res)
        src.task_done()
    src.task_done()
    if dst is not None:
        await dst.put(SENTINEL)


class Pipeline:
    def __init__(self, *fns: Stage):
        self.fns = fns

    def __rshift__(self, fn):
        return Pipeline(*self.fns, fn)

    async def run(self, items: Iterable) -> list:
        qs = [asyncio.Queue(maxsize=2) for _ in self.fns]
        out = []
        async with asyncio.TaskGroup() as tg:
            for i, fn in enumerate(self.fns):
                tg.create_task(
                    stage(fn, qs[i], qs[i + 1] if i + 1 < len(qs) else None, out), name=f"stage-{i}"
                )
            for it in items:
                await qs[0].put(it)
            await qs[0].put(SENTINEL)
        return out


print(asyncio.run((Pipeline() >> str.upper >> (lambda s: s + "!") >> len).run(["a", "bcd", "ef"])))
print(Stage, Stage.__value__, stage.__type_params__)


async def merge(*its: AsyncIterator):
    q = asyncio.Queue()

    async def drain(i, it):
        async for x in it:
            await q.put((i, x))
        await q.put((i, SENTINEL))

    ts = [asyncio.create_task(drain(i, it)) for i, it in enumerate(its)]
    left = len(ts)
    try:
        while left:
            i, x = await q.get()
            if x is SENTINEL:
                left -= 1
            else:
                yield i, x
    finally:
        for t in ts:
            t.cancel()


async def every(d, n):
    for i in range(n):
        await asyncio.sleep(d)
        yield f"{d}:{i}"


async def main():
    print([x async for x in merge(every(0.3, 3), every(0.2, 4))])
    async for x in merge(every(0.1, 100)):
        print(x)
        if x[1].endswith(":3"):
            break


asyncio.run(main())
