# A coroutine may refuse; the task then is not cancelled.
import asyncio


async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("ignored", i, asyncio.current_task().cancelling())
    return "survived"


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
    print(await task, task.cancelled(), task.cancelling(), task.uncancel())


asyncio.run(main())
