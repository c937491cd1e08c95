import asyncio


def attempt(what, *args):
    try:
        print(what(*args))
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    queue = asyncio.Queue(2)
    print(queue, queue.maxsize, queue.empty(), queue.full())
    attempt(queue.get_nowait)
    attempt(queue.task_done)
    queue.put_nowait("a")
    await queue.put("b")
    attempt(queue.put_nowait, "c")
    putters = [asyncio.create_task(queue.put(item)) for item in "cde"]
    await asyncio.sleep(0)
    print(queue, queue.qsize(), queue.full())
    putters[0].cancel()
    print(await queue.get(), queue)
    await asyncio.sleep(0)
    print(await queue.get(), await queue.get(), await queue.get(), queue)
    print(await asyncio.gather(*putters, return_exceptions=True))
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    print(queue)
    getters[0].cancel()
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(await asyncio.gather(*getters, return_exceptions=True), queue)
    joiner = asyncio.create_task(queue.join())
    for _ in range(6):
        print(joiner.done(), end=" ")
        queue.task_done()
        await asyncio.sleep(0)
    print(joiner.done(), queue)
    attempt(queue.task_done)
    last = asyncio.LifoQueue()
    for item in (3, 1, 2):
        last.put_nowait(item)
    least = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (1, "a")):
        least.put_nowait(item)
    print(last, least)
    print([last.get_nowait() for _ in range(3)], [least.get_nowait() for _ in range(3)])
    getter = asyncio.create_task(last.get())
    await asyncio.sleep(0)
    last.shutdown()
    last.shutdown(immediate=True)
    print(last, await asyncio.gather(getter, last.put(1), last.get(), return_exceptions=True))
    attempt(last.put_nowait, 1)
    attempt(last.get_nowait)
    least.put_nowait((1, 1))
    least.shutdown()
    print(least, await least.get(), least)
    attempt(least.get_nowait)
    print(asyncio.Queue[int], asyncio.Queue(-5).full())


asyncio.run(main())
