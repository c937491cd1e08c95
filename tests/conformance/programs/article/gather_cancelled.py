# Cancelling a gather cancels all that it waits for.
import asyncio


async def worker(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    together = asyncio.gather(worker("a", 1), worker("b", 3), worker("c", 5))
    await asyncio.sleep(2)
    print(together.cancel(), together.done())
    try:
        await together
    except asyncio.CancelledError:
        print("gather cancelled", together.cancelled())


asyncio.run(main())
