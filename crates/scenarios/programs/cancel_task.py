import asyncio

async def worker():
    try:
        print("worker: settling in for an hour")
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("worker: cancelled; cleaning up first")
        raise
    finally:
        print("worker: lights out")

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    print("main: asked, but it is not done:", task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("main: now it is", task.cancelled())

asyncio.run(main())
