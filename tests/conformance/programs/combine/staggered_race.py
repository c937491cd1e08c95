# Each attempt starts a while after the one before it, or when that one fails.
import asyncio
from asyncio.staggered import staggered_race


def attempt(name, seconds, fails=False):
    async def run():
        print("start", name)
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            print("cancelled", name)
            raise
        if fails:
            raise OSError(name)
        return name

    return run


async def main():
    print(await staggered_race([attempt("a", 5), attempt("b", 1)], 0.25))
    print(await staggered_race([attempt("d", 0.1, True), attempt("e", 0.25), attempt("f", 3)], 0.5))
    print(await staggered_race([attempt("g", 0.1, True), attempt("h", 0, True)], None))
    print(await staggered_race([], 1))


asyncio.run(main())
