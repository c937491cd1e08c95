import asyncio


class Pager:
    def __init__(self, total, size):
        self.total, self.size, self.page = total, size, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        start = self.page * self.size
        if start >= self.total:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.page += 1
        return list(range(start, min(start + self.size, self.total)))


async def ticker(delay, to):
    try:
        for i in range(to):
            yield i
            await asyncio.sleep(delay)
    finally:
        print("ticker closed")


async def main():
    async for page in Pager(7, 3):
        print(page)
    else:
        print("no more")
    print([x async for p in Pager(5, 2) for x in p if x % 2 == 0])
    print({i: i * i async for i in ticker(0.1, 4)})
    print({i % 2 async for i in ticker(0.1, 4)})
    async for i in ticker(0.1, 10):
        if i == 2:
            break
    agen = ticker(0.1, 3)
    print(await anext(agen), await anext(agen), await anext(agen), await anext(agen, "default"))
    ag = ticker(1, 5)
    print(await ag.asend(None))
    try:
        await ag.athrow(KeyError("k"))
    except KeyError as e:
        print("KeyError", e)
    await ag.aclose()
    g = (x async for x in ticker(0, 3))
    print(g.__class__, g.__name__)
    print([i async for i in g])
    total = sum([i async for i in ticker(0, 4)])
    print(total)
    it = aiter(Pager(2, 1))
    print(await anext(it))


asyncio.run(main()) if False else print(asyncio.run(main()))
