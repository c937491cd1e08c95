# A producer and a consumer with a queue between them that is mostly full.
import asyncio

ITEMS = 50_000  # quick: 5_000


async def produce(queue):
    for item in range(ITEMS):
        await queue.put(item)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def main():
    queue = asyncio.Queue(maxsize=10)
    _, total = await asyncio.gather(produce(queue), consume(queue))
    print(total)


asyncio.run(main())
