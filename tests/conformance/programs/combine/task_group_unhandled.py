import asyncio


async def work(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1, ValueError("one")))
        group.create_task(work(1, TypeError("two")))


asyncio.run(main())
