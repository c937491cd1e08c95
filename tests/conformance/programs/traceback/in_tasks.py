import asyncio
import sys
import traceback


async def inner(n):
    await asyncio.sleep(0)
    return 1 / n


async def outer(n):
    return await inner(n)


async def main():
    task = asyncio.create_task(outer(0))
    try:
        await task
    except ZeroDivisionError:
        traceback.print_exc(file=sys.stdout)
    try:
        await asyncio.gather(outer(0), outer(1))
    except ZeroDivisionError:
        traceback.print_exc(file=sys.stdout)
    try:
        await outer(
            0
        )
    except ZeroDivisionError:
        traceback.print_exc(file=sys.stdout)


asyncio.run(main())
