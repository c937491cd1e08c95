import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    finally:
        print("work is told to stop")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work())
            await asyncio.sleep(1)
            raise OSError("body")
    except ExceptionGroup as group:
        print(group, [repr(e) for e in group.exceptions])
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())


asyncio.run(main())
