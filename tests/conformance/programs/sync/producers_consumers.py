import asyncio
import random


async def produce(name, queue, count):
    for i in range(count):
        await asyncio.sleep(random.random())
        await queue.put(f"{name}{i}")
    await queue.put(None)


async def main():
    queue = asyncio.Queue(2)
    producers = [asyncio.create_task(produce(n, queue, 3)) for n in "xy"]
    finished = 0
    while finished < len(producers):
        item = await queue.get()
        if item is None:
            finished += 1
            continue
        print(f"{asyncio.get_running_loop().time():.3f} {item}")
        await asyncio.sleep(0.25)


asyncio.run(main())
