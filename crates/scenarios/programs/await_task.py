import asyncio

async def coro_a():
    print("coro_a: one task at a time")

async def coro_b():
    print("coro_b: I was first in the queue")

async def main():
    task_b = asyncio.Task(coro_b())
    num_repeats = 3
    for _ in range(num_repeats):
        await asyncio.Task(coro_a())
    await task_b

asyncio.run(main())
