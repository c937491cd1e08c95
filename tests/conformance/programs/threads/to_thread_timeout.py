# The waiter gives up, the worker goes on; the run ends when it has.
import asyncio
import time


def slow():
    time.sleep(3)
    return "too late"


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.to_thread(slow)
    except TimeoutError:
        print("timeout", round(asyncio.get_running_loop().time(), 1))


asyncio.run(main())
print(round(time.monotonic(), 1))
