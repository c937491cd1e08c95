# A sleep made by hand: its watcher asks for the time in each iteration of the loop.
import asyncio
import time

SECONDS = 3  # quick: 0.3


class YieldToEventLoop:
    def __await__(self):
        yield


async def watch(future, time_to_wake):
    while time.time() < time_to_wake:
        await YieldToEventLoop()
    future.set_result("awake")


async def main():
    future = asyncio.Future()
    watcher = asyncio.Task(watch(future, time.time() + SECONDS))
    print(await future)


asyncio.run(main())
