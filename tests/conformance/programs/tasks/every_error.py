# What a task refuses, and in which words.
import asyncio


def attempt(what, *args, **keywords):
    try:
        print("ok", what(*args, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


async def work(value=None):
    await asyncio.sleep(0)
    return value


async def main():
    loop = asyncio.get_running_loop()
    attempt(asyncio.create_task, 5)
    attempt(asyncio.ensure_future, 5)
    attempt(asyncio.Task, None)
    task = asyncio.create_task(work(1), name=7)
    attempt(task.set_result, 1)
    attempt(task.set_exception, ValueError())
    attempt(task.result)
    attempt(task.exception)
    attempt(task.uncancel)
    print(task.get_name(), task.cancelling())
    task.set_name(3.5)
    print(task.get_name(), task.get_coro().__name__)
    print(await task, task.done(), task.cancel(), task.cancelled())
    attempt(task.result)
    attempt(task.exception)
    task = asyncio.create_task(work())
    print(task.cancel(), task.cancel("second"), task.cancelling())
    print(task.uncancel(), task.uncancel(), task.uncancel(), task.cancelling())
    print(await task)
    task = asyncio.create_task(work())
    task.cancel("reason")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task.cancelling())
    attempt(task.result)
    attempt(task.exception)
    for name in ("get_name", "get_coro", "get_context", "get_loop", "cancelling", "uncancel"):
        attempt(getattr(task, name), 1)
    print(asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    print(asyncio.current_task(loop) is asyncio.current_task())


asyncio.run(main())
attempt(asyncio.current_task)
attempt(asyncio.all_tasks)
attempt(asyncio.get_running_loop)
attempt(asyncio.get_event_loop)
