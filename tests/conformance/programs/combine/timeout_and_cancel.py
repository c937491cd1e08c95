# A cancellation from outside is not turned into TimeoutError.
import asyncio


async def work():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    for delay in (0.5, 1, 1.5):
        task = asyncio.create_task(work())
        await asyncio.sleep(delay)
        print(task.cancel(), end=" ")
        await asyncio.wait([task])
        print(task.cancelled())


asyncio.run(main())
