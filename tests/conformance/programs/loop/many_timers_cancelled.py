# More than half of many timers cancelled: the heap is rebuilt.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_later(10 + n, print, n) for n in range(150)]
    for handle in handles[:149]:
        handle.cancel()
    await asyncio.sleep(0)
    print(len(handles))
    await asyncio.sleep(160)


asyncio.run(main())
