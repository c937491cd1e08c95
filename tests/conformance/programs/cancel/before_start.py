# A task that is cancelled before its first step never runs a line.
import asyncio


async def work():
    print("never printed")


async def main():
    task = asyncio.create_task(work())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.done(), task.cancelled())


asyncio.run(main())
