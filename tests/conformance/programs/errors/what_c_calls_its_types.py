"""Messages name a type as C does: with its module, where CPython has it in C."""

import asyncio
import collections
import contextvars
import datetime
import functools
import io
import operator
import re
import threading
import time

MISTAKES = {
    "attribute": lambda thing: thing.reslut,
    "class attribute": lambda thing: type(thing).reslut,
    "add": lambda thing: thing + 1,
    "radd": lambda thing: "total: " + thing,
    "compare": lambda thing: thing < 3,
    "call": lambda thing: thing(),
    "length": lambda thing: len(thing),
    "next": lambda thing: next(thing),
    "mapping": lambda thing: dict(**thing),
    "number": lambda thing: int(thing),
    "float": lambda thing: float(thing),
    "join": lambda thing: ", ".join([thing]),
    "index": lambda thing: [10, 20][thing],
    "format": lambda thing: f"{thing:>10.2f}",
    "with": lambda thing: inside(thing),
    "await": lambda thing: waiting(thing).send(None),
    "async with": lambda thing: entering(thing).send(None),
    "async for": lambda thing: walking(thing).send(None),
}


def inside(thing):
    with thing:
        return "entered"


async def waiting(thing):
    return await thing


async def entering(thing):
    async with thing:
        pass


async def walking(thing):
    async for _ in thing:
        pass


def show(name, thing, mistakes):
    print(f"--- {name}")
    for mistake in mistakes:
        try:
            print(f"{mistake:>15}: {MISTAKES[mistake](thing)!r}")
        except (TypeError, AttributeError) as error:
            print(f"{mistake:>15}: {type(error).__name__}: {error}")


async def job():
    await asyncio.sleep(0)
    return 3


async def main():
    task = asyncio.create_task(job())
    future = asyncio.get_running_loop().create_future()
    waits = set(MISTAKES) - {"await"}
    for name, thing in (("task", task), ("future", future)):
        show(name, thing, [mistake for mistake in MISTAKES if mistake in waits])
    print(await task)
    future.cancel()

    variable = contextvars.ContextVar("request")
    show("context variable", variable, MISTAKES)
    show("token", variable.set(1), MISTAKES)

    everyday = ["attribute", "class attribute", "add", "radd", "call", "join", "await", "async with", "async for"]
    show("deque", collections.deque([1]), everyday)
    show("defaultdict", collections.defaultdict(list), everyday)
    show("partial", functools.partial(print, "called"), everyday)
    show("itemgetter", operator.itemgetter(0), everyday[:4])
    show("datetime", datetime.datetime(2026, 1, 1), everyday)
    show("timedelta", datetime.timedelta(1), everyday)
    show("pattern", re.compile("a+"), everyday)
    show("lock", threading.Lock(), everyday)
    show("text", io.StringIO("a"), everyday)
    show("moment", time.gmtime(0), everyday[:3] + everyday[4:])
    for thing in (io.StringIO, io.BytesIO, asyncio.Task, asyncio.Future):
        print(thing, thing.__module__)


def pairs(thing):
    first, second = thing
    return first, second


asyncio.run(main())
for thing in (datetime.date(2026, 1, 1), re.compile("b"), functools.partial(len)):
    for mistake in (pairs, list, lambda thing: 1 in thing, lambda thing: [*thing], reversed):
        try:
            print(mistake(thing))
        except TypeError as error:
            print(error)


class Job(asyncio.Task):
    pass


try:
    Job.reslut
except AttributeError as error:
    print(error)


async def last():
    results = asyncio.create_task(job())
    return results[0]


asyncio.run(last())
