# A task that never awaits starves the others.
import asyncio
import time


async def greedy():
    for i in range(3):
        time.sleep(0.5)
    print("greedy is done", time.monotonic() > 1.5)


async def modest(name):
    for i in range(2):
        print(name, i, round(time.monotonic(), 1))
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(modest("a"), greedy(), modest("b"))


asyncio.run(main())
