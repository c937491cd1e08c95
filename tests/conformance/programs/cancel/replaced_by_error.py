import asyncio


async def work():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print(error, repr(error.__context__), task.cancelled())


asyncio.run(main())
