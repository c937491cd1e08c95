import asyncio


async def cleanup():
    try:
        await asyncio.sleep(2)
        print("cleaned")
    except asyncio.CancelledError:
        print("cleanup interrupted")
        raise


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.shield(cleanup())


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        async with asyncio.timeout(1):
            await task
    except TimeoutError:
        print("timeout", task.done(), task.cancelling())
    await asyncio.sleep(2)
    print(task.done(), task.cancelled())


asyncio.run(main())
