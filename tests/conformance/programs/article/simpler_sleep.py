# The sleep without a future: the task itself polls the clock.
import asyncio
import time


class YieldToEventLoop:
    def __await__(self):
        yield


async def simpler_async_sleep(seconds):
    time_to_wake = time.time() + seconds
    while True:
        if time.time() >= time_to_wake:
            return
        else:
            await YieldToEventLoop()


async def main():
    began = time.monotonic()
    await asyncio.gather(simpler_async_sleep(0.001), simpler_async_sleep(0.0005))
    print(f"{time.monotonic() - began:.5f}")


asyncio.run(main())
