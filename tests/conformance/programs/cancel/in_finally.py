# Awaiting while being cancelled, and being cancelled again meanwhile.
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("again")
            raise
        finally:
            print("done cleaning")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error, "|", repr(error.__context__), task.cancelling())


asyncio.run(main())
