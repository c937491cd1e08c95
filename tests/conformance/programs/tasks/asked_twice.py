# The exception of a task or future keeps its traceback for the first who asks; later ones see their own frames.
import asyncio
import traceback


async def deep(n):
    if n:
        return await deep(n - 1)
    await asyncio.sleep(0)
    raise LookupError("at the bottom")


def frames(error):
    return [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]


def ask(future):
    return future.result()


async def main():
    task = asyncio.create_task(deep(2))
    for _ in range(3):
        try:
            await task
        except LookupError as error:
            print("awaited", frames(error))
    try:
        ask(task)
    except LookupError as error:
        print("asked", frames(error), error is task.exception())

    future = asyncio.get_running_loop().create_future()
    try:
        1 / 0
    except ZeroDivisionError as error:
        future.set_exception(error)
    for _ in range(2):
        try:
            ask(future)
        except ZeroDivisionError as error:
            print("future", frames(error))
    first, second = await asyncio.gather(task, task, return_exceptions=True)
    print(first is second, frames(first))


asyncio.run(main())
