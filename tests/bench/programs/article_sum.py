# The article's computation: samples in 40 chunks, giving way between them.
import asyncio
import random

SAMPLES = 120_000_000  # quick: 2_000_000


class YieldToEventLoop:
    def __await__(self):
        yield


async def uniform_sum(n_samples, n_chunks):
    total = 0.0
    for _ in range(n_chunks):
        for _ in range(n_samples // n_chunks):
            total += random.random()
        await YieldToEventLoop()
    return total


async def main():
    random.seed(0)
    print(f"{await uniform_sum(SAMPLES, 40):.3f}")


asyncio.run(main())
