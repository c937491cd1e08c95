# A task that is cancelled before it comes to wait for a gather passes the cancellation on at once.
import asyncio


async def child(n):
    try:
        print("child", n)
        await asyncio.sleep(1)
    finally:
        print("child ends", n)


async def parent():
    asyncio.current_task().cancel("early")
    try:
        print(await asyncio.gather(child(1), child(2), return_exceptions=True))
    except asyncio.CancelledError as error:
        print("cancelled", error)
    asyncio.current_task().cancel()
    await asyncio.shield(asyncio.sleep(0))


async def main():
    task = asyncio.create_task(parent())
    print(await asyncio.gather(task, return_exceptions=True))
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
