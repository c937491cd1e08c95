import asyncio
import io
import sys


async def inner():
    raise ValueError("bad")


async def outer():
    await asyncio.sleep(0)
    await inner()


async def main():
    task = asyncio.create_task(outer(), name="T")
    task.print_stack(file=sys.stdout)
    await asyncio.sleep(0)
    task.print_stack(file=sys.stdout)
    text = io.StringIO()
    task.print_stack(limit=1, file=text)
    print(repr(text.getvalue()), task.get_stack(limit=0))
    await asyncio.wait([task])
    task.print_stack(file=sys.stdout)
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([frame.f_code.co_name for frame in task.get_stack(limit=1)])
    print(type(task.exception()))
    cancelled = asyncio.create_task(outer(), name="C")
    cancelled.cancel()
    await asyncio.wait([cancelled])
    cancelled.print_stack(file=sys.stdout)


asyncio.run(main())
