# A task that its eager start ended has let go of its coroutine; one that had to wait keeps it.
import asyncio


async def at_once():
    return 5


async def fails():
    raise LookupError("nothing there")


async def later():
    await asyncio.sleep(0)
    return 6


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(work(), name=work.__name__) for work in (at_once, fails, later)]
    for task in tasks:
        print(task, task.get_coro() is None)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    for task in tasks:
        print(task, task.get_coro() is None)


asyncio.run(main())
