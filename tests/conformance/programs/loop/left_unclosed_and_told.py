"""Warnings about what is left open, shown always: told in full while the script runs, without the advice once it is over."""
import asyncio
import warnings

warnings.simplefilter("always")
loop = asyncio.new_event_loop()
del loop


async def coro():
    pass


def leave():
    coro()
    inner = asyncio.new_event_loop()


leave()
print("the end comes")
kept = asyncio.new_event_loop()
