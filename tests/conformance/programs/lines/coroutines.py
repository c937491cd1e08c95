import asyncio


class Thing:
    def __await__(self):
        yield
        return 1

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *details):
        await asyncio.sleep(0)


async def inner(n):
    await asyncio.sleep(n)
    return n


async def numbers():
    for i in range(2):
        await asyncio.sleep(0)
        yield i


async def main():
    await inner(
        0
    )
    x = await inner(0) + await Thing()
    async with Thing() as t:
        pass
    async for n in numbers():
        print(n)
    values = [
        n
        async for n in numbers()
    ]
    await asyncio.gather(
        inner(0),
        inner(1),
    )
    return (
        await inner(0)
    )


asyncio.run(
    main()
)
