import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel()
    task.cancel()
    print(task.cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(0)
    print("on")
    task.cancel()
    task.uncancel()
    await asyncio.sleep(0)
    print("uncancelled in time")


asyncio.run(main())
