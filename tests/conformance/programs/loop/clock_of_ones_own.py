"""A loop whose clock, timers or selector are the script's own."""
import asyncio


class FastLoop(asyncio.SelectorEventLoop):
    """Ten seconds pass in one."""

    def time(self):
        return super().time() * 10


async def race():
    loop = asyncio.get_running_loop()
    began = loop.time()
    await asyncio.sleep(1)
    print("slept", round(loop.time() - began, 2))
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(2)
    except TimeoutError:
        print("too late at", round(loop.time() - began, 1))
    print(await asyncio.gather(*(asyncio.sleep(delay, delay) for delay in (3, 1, 2))))


with asyncio.Runner(loop_factory=FastLoop) as runner:
    runner.run(race())


class Jumping:
    """A selector that does not wait: it moves its loop's clock."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        print("select", timeout)
        self.loop.now += timeout or 0
        return []

    def get_map(self):
        return {}

    def close(self):
        pass


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 100
        self._selector = Jumping(self)

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        print("call_at", when)
        return super().call_at(when, callback, *args, context=context)


async def job(seconds):
    await asyncio.sleep(seconds)
    return asyncio.get_running_loop().time()


loop = JumpingLoop()
print(loop.run_until_complete(asyncio.wait_for(job(60), 100)))
loop.call_later(5, print, "five later")
loop.call_later(6, loop.stop)
loop.call_at(200, print, "never").cancel()
loop.run_forever()
print(loop.time(), len(loop._ready), len(loop._scheduled))
loop.close()

loop = asyncio.new_event_loop()
now = [0]
loop.time = lambda: now[0]
loop.call_later(10, print, "ten")
now[0] = 20
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
