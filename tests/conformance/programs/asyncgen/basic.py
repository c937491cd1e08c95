import asyncio


async def countdown(n):
    while n:
        yield n
        await asyncio.sleep(0.5)
        n -= 1


async def main():
    async for n in countdown(3):
        print(n)
    else:
        print("exhausted")
    print([n async for n in countdown(3) if n != 2])
    print({n: n * n async for n in countdown(2)})
    generator = countdown(2)
    print(await anext(generator), await anext(generator), await anext(generator, "default"))
    print(type(generator).__name__, generator.ag_running)


asyncio.run(main())
