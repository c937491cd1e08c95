import asyncio


async def work():
    return 1


def attempt(what, *args):
    try:
        print(what(*args))
    except BaseException as error:
        print(type(error).__name__, "|", error)


async def main():
    task = asyncio.create_task(work())
    attempt(task.set_result, 1)
    attempt(task.set_exception, ValueError())
    attempt(task.result)
    attempt(asyncio.create_task, {})
    attempt(asyncio.Task, 5)
    attempt(asyncio.gather, 1)
    attempt(asyncio.shield, "x")
    attempt(asyncio.Future().result)
    await task
    attempt(task.result)
    attempt(task.uncancel)


asyncio.run(main())
