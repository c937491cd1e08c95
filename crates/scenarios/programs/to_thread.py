import asyncio
import time

def read_file():
    time.sleep(2)
    return "the file"

async def ticks():
    loop = asyncio.get_running_loop()
    for _ in range(4):
        print(f"tick at {loop.time():.1f} s")
        await asyncio.sleep(0.5)

async def main():
    ticker = asyncio.create_task(ticks())
    print("main: got", await asyncio.to_thread(read_file))
    await ticker

asyncio.run(main())
