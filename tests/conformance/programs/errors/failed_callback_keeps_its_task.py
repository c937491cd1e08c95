"""An exception out of a callback keeps what the callback was called with, until cycles are collected."""

import asyncio
import gc


class Torn(Exception):
    def __del__(self):
        print("Torn is gone:", self.args)


async def tear(page):
    raise Torn(page)


def too_few():
    print("never called with a task")


def fails(task):
    raise LookupError(f"no shelf for {task.get_name()}")


async def reader(collect):
    first = asyncio.create_task(tear(1), name="first")
    first.add_done_callback(fails)
    second = asyncio.create_task(tear(2), name="second")
    second.add_done_callback(too_few)
    third = asyncio.create_task(tear(3), name="third")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del first, second, third
    print("let go of all three")
    if collect:
        print("collected some:", gc.collect() > 0)
    await asyncio.sleep(0)
    print("reader ends")


asyncio.run(reader(collect=True))
print("between")
asyncio.run(reader(collect=False))
print("end")
