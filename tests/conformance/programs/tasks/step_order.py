# Who runs when: creation order, then order of becoming ready.
import asyncio


async def work(name, steps):
    for i in range(steps):
        print(f"{name}{i}", end=" ")
        await asyncio.sleep(0)
    print(f"{name}.", end=" ")


async def main():
    await asyncio.gather(work("a", 3), work("b", 1), work("c", 2))
    print()
    one = asyncio.create_task(work("d", 2))
    await work("e", 3)
    await one
    print()


asyncio.run(main())
