# Tasks added while the group already waits.
import asyncio


async def grow(group, depth):
    print("depth", depth)
    if depth:
        await asyncio.sleep(0.1)
        for _ in range(2):
            group.create_task(grow(group, depth - 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 2))
        print("body over")
    print("all done", round(asyncio.get_running_loop().time(), 1))


asyncio.run(main())
