import asyncio


async def arrive(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, "broken", error)


async def main():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(arrive(barrier, "a"))
    await asyncio.sleep(0)
    await barrier.reset()
    await task
    print(barrier.broken)
    await asyncio.gather(arrive(barrier, "b"), arrive(barrier, "c"))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
