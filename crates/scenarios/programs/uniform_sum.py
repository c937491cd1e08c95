# loopglass: line_cost=2ms
import asyncio
import random
import time

class YieldToEventLoop:
    def __await__(self):
        yield

async def uniform_sum(n_samples: int, time_allotment: float) -> float:
    start_time = time.time()
    total = 0.0
    for sample_num in range(n_samples):
        total += random.random()
        if time.time() - start_time > time_allotment:
            print(f"sum: giving way at sample {sample_num}")
            await YieldToEventLoop()
            start_time = time.time()
    return total

async def server_request(seconds: float) -> str:
    ready_at = time.time() + seconds
    while time.time() < ready_at:
        print("request: no answer yet")
        await YieldToEventLoop()
    return "an answer"

async def main():
    computing = asyncio.Task(uniform_sum(60, time_allotment=0.1))
    requesting = asyncio.Task(server_request(0.25))
    print(f"request: {await requesting}")
    print(f"sum: {await computing:.2f}")

asyncio.run(main())
