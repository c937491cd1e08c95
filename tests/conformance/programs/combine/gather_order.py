import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name


async def main():
    print(await asyncio.gather(work("slow", 3), work("fast", 1), work("middle", 2)))
    print(await asyncio.gather())
    coroutine = work("once", 0)
    print(await asyncio.gather(coroutine, coroutine))


asyncio.run(main())
