import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "finally")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("only"))
    except asyncio.CancelledError as error:
        print("parent", error.args, asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError:
        print("main", task.cancelled())


asyncio.run(main())
