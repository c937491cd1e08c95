# Cancelling the task that awaits a gather reaches all children.
import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
    finally:
        print("child", n, "finally")


async def parent():
    try:
        await asyncio.gather(child(1), child(2))
    except asyncio.CancelledError as error:
        print("parent", error.args)
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.5)
    task.cancel("stop it")
    print(await asyncio.gather(task, return_exceptions=True), task.cancelled())


asyncio.run(main())
