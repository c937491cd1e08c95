import asyncio


async def waiter(name, lock):
    try:
        async with lock:
            print(name, "acquired")
    except asyncio.CancelledError:
        print(name, "gave up")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first, second = (asyncio.create_task(waiter(n, lock)) for n in ("first", "second"))
    await asyncio.sleep(0)
    print(repr(lock).split("[")[1])
    first.cancel()
    lock.release()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled(), lock.locked())


asyncio.run(main())
