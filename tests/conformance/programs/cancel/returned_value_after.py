# Cancelled in its last step: the return value is lost or not.
import asyncio


async def quick():
    return "value"


async def cancels_itself():
    asyncio.current_task().cancel()
    return "returned at once"


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    print(task.cancel(), task.done())
    print(await task)
    task = asyncio.create_task(cancels_itself())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())


asyncio.run(main())
