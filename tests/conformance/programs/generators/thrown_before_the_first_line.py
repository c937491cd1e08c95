"""What is thrown into a generator or a coroutine that has not begun is raised before its first line."""

import asyncio


def on_one_line():
    try: yield 1
    except ValueError: print("caught by the first statement")


def on_lines():
    try:
        yield 1
    except ValueError:
        print("caught by the first statement")


for make in (on_one_line, on_lines):
    begun = make()
    next(begun)
    try:
        begun.throw(ValueError("begun"))
    except StopIteration:
        print(make.__name__, "ends")
    fresh = make()
    try:
        fresh.throw(ValueError("fresh"))
    except ValueError as error:
        print(make.__name__, "raises", error, "and is closed:", fresh.gi_frame is None)


async def forgiving():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: print("forgiven")


async def main():
    early = asyncio.create_task(forgiving())
    early.cancel()
    late = asyncio.create_task(forgiving())
    await asyncio.sleep(0)
    late.cancel()
    print(await asyncio.gather(early, late, return_exceptions=True))
    try: raise LookupError
    except LookupError: print("a try that begins a line is one as ever")


asyncio.run(main())
