# The error travels from the innermost await outward.
import asyncio


async def innermost():
    try:
        await asyncio.sleep(1)
    finally:
        print("innermost")


async def middle():
    try:
        await innermost()
    except asyncio.CancelledError:
        print("middle")
        raise


async def outer():
    try:
        await asyncio.create_task(middle(), name="middle")
    finally:
        print("outer")


async def main():
    task = asyncio.create_task(outer(), name="outer")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    result = await asyncio.gather(task, return_exceptions=True)
    print(repr(result[0]))


asyncio.run(main())
