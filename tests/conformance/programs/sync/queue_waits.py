# Waiting for a queue: who waits, in which order, and what becomes of it, for queues of all kinds.
import asyncio


async def put_all(queue, items, name):
    for item in items:
        await queue.put(item)
        print(name, "put", item)


async def get_all(queue, count, name):
    for _ in range(count):
        print(name, "got", await queue.get())


async def in_turn(kind):
    queue = kind(maxsize=2)
    await asyncio.gather(
        put_all(queue, [3, 1, 2, 5, 4, 0], "p"), put_all(queue, [9, 8], "q"),
        get_all(queue, 5, "a"), get_all(queue, 3, "b"))
    print(queue.qsize(), queue.empty(), len(queue._getters), len(queue._putters))


async def cancelled():
    queue = asyncio.Queue(1)
    getters = [asyncio.create_task(get_all(queue, 1, name)) for name in "xyz"]
    await asyncio.sleep(0)
    print(queue, len(queue._getters))
    queue.put_nowait("first")
    getters[0].cancel()
    await asyncio.sleep(0)
    getters[1].cancel()
    await asyncio.gather(*getters[:2], return_exceptions=True)
    await getters[2]
    putters = [asyncio.create_task(put_all(queue, [name], name)) for name in "uvw"]
    await asyncio.sleep(0)
    putters[1].cancel()
    print(str(queue), await queue.get(), await queue.get())
    print([type(end).__name__ for end in await asyncio.gather(*putters, return_exceptions=True)])


async def shut_down(immediate):
    full, empty = asyncio.Queue(1), asyncio.Queue()
    full.put_nowait(None)
    waiting = [asyncio.create_task(full.put(1)), asyncio.create_task(empty.get())]
    await asyncio.sleep(0)
    full.shutdown(immediate)
    empty.shutdown(immediate)
    print([type(end).__name__ for end in await asyncio.gather(*waiting, return_exceptions=True)])
    for queue in full, empty:
        try:
            print(await queue.get())
        except asyncio.QueueShutDown:
            print("shut down")


class Counting(asyncio.Queue):
    asked = 0

    def full(self):
        self.asked += 1
        return super().full()


class Slow(asyncio.Queue):
    def _get_loop(self):
        print("asked for its loop")
        return super()._get_loop()


async def of_ones_own():
    queue = Counting(1)
    await asyncio.gather(put_all(queue, "ab", "p"), get_all(queue, 2, "g"))
    print(queue.asked)
    queue = Slow(1)
    await asyncio.gather(put_all(queue, "ab", "p"), get_all(queue, 2, "g"))
    queue = asyncio.Queue(1)
    queue.full = lambda: False
    await queue.put(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull:
        print("full")
    print(queue.qsize(), await queue.get())
    queue.put_nowait(NotImplemented)
    print(await queue.get())


class Loop(asyncio.SelectorEventLoop):
    def create_future(self):
        print("makes a future")
        return super().create_future()


async def on_a_loop_of_ones_own():
    queue = asyncio.Queue(1)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    await queue.put(7)
    print(await getter)


shared = asyncio.Queue(1)


async def elsewhere():
    try:
        await asyncio.wait_for(shared.get(), 0.01)
    except (TimeoutError, RuntimeError) as error:
        print(type(error).__name__, str(error).partition("bound")[1:])


async def main():
    for kind in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue:
        print(kind.__name__)
        await in_turn(kind)
    await cancelled()
    await shut_down(False)
    await shut_down(True)
    await of_ones_own()


asyncio.run(main())
with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(on_a_loop_of_ones_own())
asyncio.run(elsewhere())
asyncio.run(elsewhere())
