# The future is done, but the waiting task is cancelled before it could wake up.
import asyncio


async def work(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled although", future.result())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    await asyncio.sleep(0)
    future.set_result("value")
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
