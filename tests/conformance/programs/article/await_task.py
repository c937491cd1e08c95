# Awaiting a task cedes control: coro_b comes first.
import asyncio


async def coro_a():
    print("coro_a: a task of its own")


async def coro_b():
    print("coro_b: my turn already")


async def main():
    task_b = asyncio.Task(coro_b())
    num_repeats = 3
    for _ in range(num_repeats):
        await asyncio.Task(coro_a())
    await task_b


asyncio.run(main())
