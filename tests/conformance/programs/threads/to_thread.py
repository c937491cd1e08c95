# Blocking work in worker threads leaves the loop free.
import asyncio
import time


def block(name, seconds):
    time.sleep(seconds)
    return name


async def tick():
    for i in range(3):
        print("tick", i, round(asyncio.get_running_loop().time(), 1))
        await asyncio.sleep(0.5)


async def main():
    results = await asyncio.gather(
        asyncio.to_thread(block, "a", 1),
        asyncio.to_thread(block, "b", 1.2),
        tick(),
    )
    print(results, round(asyncio.get_running_loop().time(), 1))


asyncio.run(main())
