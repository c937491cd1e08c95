import asyncio


async def greet(name, seconds):
    await asyncio.sleep(seconds)
    print(f"hello, {name} & <others>")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(greet("early", 1))
        group.create_task(greet("late", 2))


asyncio.run(main())
