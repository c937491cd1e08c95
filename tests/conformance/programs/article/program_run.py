# The same work under asyncio.run, with the tasks that asyncio adds at the end.
import asyncio


async def triple(val: int):
    return val * 3


async def main():
    triple_task = asyncio.Task(coro=triple(val=5))
    tripled_val = await triple_task
    print(triple_task)
    return tripled_val + 2


print(asyncio.run(main()))
