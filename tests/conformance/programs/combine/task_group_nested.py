import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    print(name)


async def branch():
    async with asyncio.TaskGroup() as inner:
        inner.create_task(work("inner a", 1))
        inner.create_task(work("inner b", 2, True))


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(branch())
            outer.create_task(work("outer", 1.5))
            outer.create_task(work("late", 5))
    except ExceptionGroup as group:
        print(group, group.exceptions[0].exceptions)
        leaf = group.split(ValueError)
        print(leaf)


asyncio.run(main())
