"""`sys.stderr` set to something else: all that the interpreter has to say goes there."""
import asyncio
import contextlib
import io
import sys


class Dying:
    def __del__(self):
        raise ValueError("in del")


async def never():
    pass


async def main():
    async def fails():
        raise KeyError("k")

    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def everything():
    Dying()
    never()
    asyncio.run(main())
    try:
        1 / 0
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    try:
        [][0]
    except IndexError:
        sys.__excepthook__(*sys.exc_info())


with contextlib.redirect_stderr(io.StringIO()) as kept:
    everything()
for line in kept.getvalue().splitlines():
    if not line.startswith((" ", "future:")):
        print(line.partition(" <function")[0])
sys.stderr = sys.stdout
never()
raise RuntimeError("on stdout")
