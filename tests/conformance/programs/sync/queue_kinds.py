import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in (3, 1, 2):
            queue.put_nowait(item)
        print(kind.__name__, [queue.get_nowait() for _ in range(3)])
    small = asyncio.Queue(1)
    small.put_nowait("x")
    try:
        small.put_nowait("y")
    except asyncio.QueueFull as error:
        print(repr(error), small)
    try:
        async with asyncio.timeout(1):
            await small.put("z")
    except TimeoutError:
        print("still full")


asyncio.run(main())
