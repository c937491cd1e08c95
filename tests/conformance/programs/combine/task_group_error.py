# One failure cancels the others; all errors come together.
import asyncio


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if error:
        raise error
    print(name, "ends")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1))
            group.create_task(work("b", 2, ValueError("b")))
            group.create_task(work("c", 2, KeyError("c")))
            group.create_task(work("d", 3))
            await asyncio.sleep(9)
    except* ValueError as errors:
        print(repr(errors.exceptions))
    except* KeyError as errors:
        print(errors)


asyncio.run(main())
