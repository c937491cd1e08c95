# A task that cancels itself, and then awaits what has a cancel of its own.
import asyncio


async def leaf(name):
    try:
        await asyncio.sleep(1)
        print(name, "done")
    except asyncio.CancelledError as error:
        print(name, repr(error))
        raise


async def work(what):
    asyncio.current_task().cancel("by itself")
    print("goes on", asyncio.current_task().cancelling())
    await what()


async def main():
    for what in (
        lambda: asyncio.gather(leaf("one"), leaf("two")),
        lambda: asyncio.shield(leaf("shielded")),
        lambda: asyncio.wait_for(leaf("limited"), 5),
        lambda: leaf("plain"),
    ):
        task = asyncio.create_task(work(what))
        try:
            await task
        except asyncio.CancelledError as error:
            print(repr(error), task.cancelled())
        await asyncio.sleep(2)


asyncio.run(main())
