import asyncio


class Ticker:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(0.1)
        return self.count


async def main():
    async for n in Ticker(3):
        if n == 1:
            continue
        print(n)
    for wrong in ([1], 5):
        try:
            async for _ in wrong:
                pass
        except TypeError as error:
            print(error)


asyncio.run(main())
