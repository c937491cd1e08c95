import asyncio


async def double(n):
    await asyncio.sleep(0.01)
    return n * 2


async def arange(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def main():
    print([await double(n) for n in range(3)])
    print({n: await double(n) async for n in arange(3)})
    print(sum([x async for x in arange(5) if x % 2]))
    generator = (await double(n) for n in range(2))
    print(type(generator).__name__, [x async for x in generator])
    print({await double(x) async for x in arange(2)})
    nested = [[y async for y in arange(x)] for x in range(3)]
    print(nested, await anext(x async for x in arange(3) if x))


asyncio.run(main())
