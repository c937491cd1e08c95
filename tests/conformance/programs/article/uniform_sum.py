# The computing half of the network example: it gives way whenever it has had its time.
import asyncio
import random
import time


class YieldToEventLoop:
    def __await__(self):
        yield


async def uniform_sum(n_samples: int, time_allotment: float) -> float:

    start_time = time.time()

    total = 0.0
    for _ in range(n_samples):
        total += random.random()

        time_elapsed = time.time() - start_time
        if time_elapsed > time_allotment:
            print(f"pausing, {time_elapsed:.6f}s")
            await YieldToEventLoop()
            start_time = time.time()

    return total


async def ticker():
    for i in range(4):
        print("tick", i)
        await YieldToEventLoop()


async def main():
    total, _ = await asyncio.gather(uniform_sum(200, 3e-6), ticker())
    print(f"total: {total:,.2f}")


asyncio.run(main())
