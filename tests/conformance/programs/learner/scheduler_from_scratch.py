# An event loop of one's own: generators, a queue and a heap.
import heapq
from collections import deque


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield self


class Loop:
    def __init__(self):
        self.now = 0
        self.ready = deque()
        self.sleeping = []
        self.sequence = 0

    def spawn(self, name, coroutine):
        self.ready.append((name, coroutine))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, name, coroutine = heapq.heappop(self.sleeping)
                self.ready.append((name, coroutine))
            name, coroutine = self.ready.popleft()
            try:
                request = coroutine.send(None)
            except StopIteration as stop:
                print(f"{self.now}: {name} -> {stop.value}")
                continue
            self.sequence += 1
            heapq.heappush(self.sleeping, (self.now + request.seconds, self.sequence, name, coroutine))


async def sleep(seconds):
    await Sleep(seconds)
    return loop.now


async def worker(times):
    total = 0
    for t in times:
        woke = await sleep(t)
        total += woke
    return total


loop = Loop()
loop.spawn("a", worker([1, 1, 1]))
loop.spawn("b", worker([2, 2]))
loop.spawn("c", worker([]))
loop.run()
