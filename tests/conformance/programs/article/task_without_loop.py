# Without a running loop a task has nowhere to go.
import asyncio


async def special_fella(magic_number: int):
    print(f"my number is {magic_number}")


another_special_task = asyncio.Task(coro=special_fella(magic_number=12))
