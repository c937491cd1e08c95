import asyncio
import sys


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def fails():
    raise ValueError("x")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack(limit=1)])
    failed = asyncio.create_task(fails())
    await asyncio.wait([failed])
    print([(f.f_code.co_name, f.f_lineno) for f in failed.get_stack()])
    failed.exception()


asyncio.run(main())
