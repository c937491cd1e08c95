# With the default costs the watcher looks at the clock hundreds of thousands of times.
import asyncio
import time


class YieldToEventLoop:
    def __await__(self):
        yield


async def _sleep_watcher(future, time_to_wake):
    while True:
        if time.time() >= time_to_wake:
            future.set_result(None)
            break
        else:
            await YieldToEventLoop()


async def async_sleep(seconds):
    future = asyncio.Future()
    watcher_task = asyncio.Task(_sleep_watcher(future, time.time() + seconds))
    await future


async def main():
    await asyncio.Task(async_sleep(3))
    print("awake", round(time.time() % 60, 3))


asyncio.run(main())
