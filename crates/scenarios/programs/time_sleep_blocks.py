import asyncio
import time

async def blocks():
    print("blocks: time.sleep keeps the thread")
    time.sleep(2)
    print("blocks: done")

async def ticks():
    loop = asyncio.get_running_loop()
    for _ in range(4):
        print(f"tick at {loop.time():.1f} s")
        await asyncio.sleep(0.5)

async def main():
    ticker = asyncio.create_task(ticks())
    await asyncio.sleep(0.6)
    await blocks()
    await ticker

asyncio.run(main())
