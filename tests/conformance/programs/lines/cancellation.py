# The line where a suspended coroutine receives an exception.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner")
        raise


async def outer():
    await inner()


async def waits(future):
    await future


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main")
    future = asyncio.get_running_loop().create_future()
    other = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.set_exception(
        ValueError("x")
    )
    try:
        await other
    except ValueError:
        pass


asyncio.run(main())
