import asyncio

async def coro_a():
    print("coro_a: here already")

async def coro_b():
    print("coro_b: I had to wait for all of them")

async def main():
    task_b = asyncio.Task(coro_b())
    num_repeats = 3
    for _ in range(num_repeats):
        await coro_a()
    await task_b

asyncio.run(main())
