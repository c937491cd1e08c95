import asyncio


async def runner(name, barrier, seconds):
    await asyncio.sleep(seconds)
    print(name, "arrives", barrier.n_waiting)
    async with barrier as position:
        print(name, "goes", position)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(runner(n, barrier, s) for n, s in (("a", 1), ("b", 2), ("c", 3))))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    waiter = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await waiter
    except asyncio.BrokenBarrierError as error:
        print(type(error).__name__, error, barrier.broken)


asyncio.run(main())
