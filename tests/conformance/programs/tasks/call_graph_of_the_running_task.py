# `print_call_graph` counts its own frame, so that the depth of its caller is 2; `format_call_graph` does not.
import asyncio
import io
import re


def shown(text):
    print(re.sub('id=0x[0-9a-f]+', 'id=…', text), end='\n---\n')


def printed(*args, **settings):
    file = io.StringIO()
    asyncio.print_call_graph(*args, file=file, **settings)
    shown(file.getvalue())


def plain_function():
    shown(asyncio.format_call_graph())
    printed()


async def inner():
    for depth in (0, 1, 2):
        shown(asyncio.format_call_graph(depth=depth))
        printed(depth=depth)
    for limit in (-2, -1, 0, 1, 2):
        shown(asyncio.format_call_graph(limit=limit))
        printed(limit=limit)
    printed(asyncio.current_task())
    plain_function()


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer(), name='the task')
    await asyncio.sleep(0)
    await task


asyncio.run(main())
