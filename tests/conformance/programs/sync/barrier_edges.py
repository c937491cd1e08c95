import asyncio


def state(thing):
    return str(thing).split(" [")[1][:-1]


async def main():
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)
    barrier = asyncio.Barrier(3)
    print(state(barrier), barrier.parties, barrier.n_waiting, barrier.broken)

    async def arrive(delay):
        await asyncio.sleep(delay)
        try:
            async with barrier as place:
                return place
        except asyncio.BrokenBarrierError as error:
            return repr(error)

    print(await asyncio.gather(*map(arrive, (3, 1, 2))), state(barrier))
    tasks = [asyncio.create_task(arrive(d)) for d in (1, 2)]
    await asyncio.sleep(2.5)
    print(state(barrier), barrier.n_waiting)
    await barrier.reset()
    print(await asyncio.gather(*tasks), state(barrier))
    tasks = [asyncio.create_task(arrive(d)) for d in (1, 2)]
    await asyncio.sleep(1.5)
    tasks[0].cancel()
    await asyncio.sleep(1)
    print(state(barrier), barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(*tasks, return_exceptions=True), state(barrier), barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(error)
    await barrier.reset()
    print(state(barrier), await asyncio.gather(*map(arrive, (0, 0, 0))))
    alone = asyncio.Barrier(1)
    print(await alone.wait(), await alone.wait())


asyncio.run(main())
