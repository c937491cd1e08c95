# Looking at the exception once is enough to silence the report.
import asyncio


async def fail():
    raise OSError("seen")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(repr(task.exception()))
    del task
    print("quiet")


asyncio.run(main())
