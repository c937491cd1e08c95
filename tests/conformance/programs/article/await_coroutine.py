# Awaiting a coroutine does not cede control: coro_b comes last.
import asyncio


async def coro_a():
    print("coro_a: a plain call in all but name")


async def coro_b():
    print("coro_b: waiting for a free loop")


async def main():
    task_b = asyncio.Task(coro_b())
    num_repeats = 3
    for _ in range(num_repeats):
        await coro_a()
    await task_b


asyncio.run(main())
