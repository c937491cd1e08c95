import asyncio


def state(thing):
    return str(thing).split(" [")[1][:-1]


async def main():
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    semaphore = asyncio.Semaphore(2)
    print(state(semaphore), semaphore.locked())
    await semaphore.acquire()
    await semaphore.acquire()
    order = []

    async def worker(name):
        async with semaphore:
            order.append(name)
            await asyncio.sleep(1)

    tasks = [asyncio.create_task(worker(n)) for n in "abcd"]
    await asyncio.sleep(0)
    print(state(semaphore), semaphore.locked())
    tasks[0].cancel()
    semaphore.release()
    print(state(semaphore), semaphore.locked())
    # Nobody overtakes: a permit is free, but promised.
    late = asyncio.create_task(worker("late"))
    semaphore.release()
    print(await asyncio.gather(*tasks, late, return_exceptions=True), order)
    print(state(semaphore))
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error, state(bounded))
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error, state(lock))
    await lock.acquire()
    holder = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(state(lock))
    lock.release()
    # Woken and cancelled in the same iteration: the next one gets it.
    follower = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    holder.cancel()
    print(await asyncio.gather(holder, follower, return_exceptions=True), state(lock))
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    print(state(event))
    event.set()
    event.clear()
    print(await asyncio.gather(*waiters), state(event), event.is_set())
    event.set()
    print(await event.wait(), state(event))


asyncio.run(main())
