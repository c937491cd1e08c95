import asyncio


async def after(seconds, fails=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cancelled", seconds)
        if fails == "on cancel":
            raise KeyError(seconds)
        raise
    if fails:
        raise ValueError(fails)
    return seconds


async def attempt(title, body):
    print(title)
    try:
        await body()
    except BaseException as error:
        print(" ", repr(error))
    print(" ", asyncio.current_task().cancelling())


async def body_raises():
    async with asyncio.TaskGroup() as group:
        group.create_task(after(5, "on cancel"))
        await asyncio.sleep(0)
        raise OSError("body")


async def two_fail():
    async with asyncio.TaskGroup() as group:
        group.create_task(after(1, "one"))
        group.create_task(after(1, "two"))
        group.create_task(after(9))


async def task_cancelled():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(after(9))
        await asyncio.sleep(0)
        task.cancel()
    print("  goes on", task.cancelled())


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(after(9))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(after(1, "inner"))


async def reused():
    group = asyncio.TaskGroup()
    print(" ", repr(group))
    async with group:
        task = group.create_task(after(1))
        print(" ", repr(group))
    print(" ", repr(group), task.result())
    coroutine = after(1)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(" ", error)
    async with group:
        pass


async def late_child():
    async with asyncio.TaskGroup() as group:
        async def spawns():
            await asyncio.sleep(1)
            try:
                group.create_task(after(1))
            except RuntimeError as error:
                print(" ", error)

        async def stubborn():
            try:
                await asyncio.sleep(9)
            finally:
                await spawns()

        group.create_task(stubborn())
        group.create_task(after(1, "stops all"))


async def swallowed():
    async with asyncio.TaskGroup() as group:
        group.create_task(after(1, "lost?"))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print("  body swallows it")


async def main():
    for body in (body_raises, two_fail, task_cancelled, nested, reused, late_child, swallowed):
        await attempt(body.__name__, body)


asyncio.run(main())
