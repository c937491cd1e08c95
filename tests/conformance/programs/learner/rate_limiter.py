import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, count, period):
        self.count, self.period = count, period
        self.times = deque()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self.times and now - self.times[0] >= self.period:
                self.times.popleft()
            if len(self.times) < self.count:
                self.times.append(now)
                return self
            await asyncio.sleep(self.period - (now - self.times[0]))

    async def __aexit__(self, *exc):
        return False


async def request(n, limiter):
    async with limiter:
        print(f"request {n} at {asyncio.get_running_loop().time():.1f}")


async def main():
    limiter = RateLimiter(2, 1.0)
    async with asyncio.TaskGroup() as group:
        for n in range(5):
            group.create_task(request(n, limiter))


asyncio.run(main())
