import asyncio


async def at_once(value):
    print("runs", value, asyncio.current_task().get_name())
    return value


async def later(value):
    await asyncio.sleep(0)
    return value


async def fails():
    raise ValueError("at once")


async def cancels_itself():
    asyncio.current_task().cancel()
    return "not yet"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(at_once(1), name="first")
    print(task.done(), task.get_coro(), task, task.result())
    task = asyncio.create_task(later(2))
    print(task.done(), task.get_coro().__name__, await task)
    task = asyncio.create_task(fails())
    print(task.done(), repr(task.exception()))
    task = asyncio.create_task(cancels_itself())
    print(task.done(), task.cancelled())
    task = asyncio.create_task(at_once(3), eager_start=False)
    print(task.done(), await task)
    print(await asyncio.gather(at_once(4), later(5), at_once(6)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(at_once(7))
        print("in group", task.done())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            print("still inside")
            await asyncio.sleep(1)
            print("never here")
    except* ValueError as error:
        print(error.exceptions)
    print(await asyncio.wait_for(at_once(8), 1), asyncio.current_task().get_name())
    print([await each for each in asyncio.as_completed([at_once(9)])])

    def constructor(coro, *, loop, **keywords):
        print("made with", sorted(keywords))
        return asyncio.Task(coro, loop=loop, **keywords)

    loop.set_task_factory(asyncio.create_eager_task_factory(constructor))
    print(asyncio.create_task(at_once(10), name="own").done())
    loop.set_task_factory(None)
    print(asyncio.create_task(at_once(11), eager_start=True).done())


asyncio.run(main())
