# time.sleep holds the whole loop; a timer that was due meanwhile is late.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    began = loop.time()
    loop.call_later(0.1, lambda: print("timer", round(loop.time() - began, 2)))
    await asyncio.sleep(0)
    time.sleep(1)
    print("slept", round(loop.time() - began, 2))
    await asyncio.sleep(0)
    print("main", round(loop.time() - began, 2))


asyncio.run(main())
