# The message of a cancellation goes to the first who asks.
import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("first")
    for _ in range(2):
        try:
            await task
        except asyncio.CancelledError as error:
            print(repr(error))
    print(await asyncio.gather(task, return_exceptions=True))
    task = asyncio.create_task(work())
    task.cancel("before it ran")
    print(await asyncio.gather(task, return_exceptions=True))
    future = asyncio.get_running_loop().create_future()
    future.cancel("of a future")
    for _ in range(2):
        try:
            await future
        except asyncio.CancelledError as error:
            print(repr(error))
    print(await asyncio.gather(future, return_exceptions=True))


asyncio.run(main())
