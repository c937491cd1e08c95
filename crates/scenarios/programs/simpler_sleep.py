# loopglass: iteration_cost=100ms
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

async def sleeper(name, seconds):
    print(f"{name} lies down for {seconds} s")
    await simpler_async_sleep(seconds)
    print(f"{name} is up")

async def main():
    await asyncio.gather(sleeper("ann", 1), sleeper("bob", 0.5))

asyncio.run(main())
