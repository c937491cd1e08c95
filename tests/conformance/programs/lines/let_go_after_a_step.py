"""What only a cancellation's traceback holds goes when the step is over, and no task is current then."""

import asyncio


def steps():
    try:
        yield 1
    finally:
        try:
            print("closed in", asyncio.current_task())
        except RuntimeError as error:
            print(error)


async def inner():
    it = steps()
    next(it)
    await asyncio.sleep(10)


async def outer():
    try:
        await inner()
    except asyncio.CancelledError:
        print("caught in", asyncio.current_task().get_name())
    print("ends")


async def plain():
    it = steps()
    next(it)
    print("plain ends")


async def main():
    task = asyncio.create_task(outer(), name="outer")
    await asyncio.sleep(0)
    task.cancel()
    await task
    await asyncio.create_task(plain(), name="plain")


asyncio.run(main())
