# What is waited for refuses to be cancelled: wait_for waits, and gives its result.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        return "stubborn result"


async def fails_when_cancelled():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("no time for this")


async def main():
    for make in (stubborn, fails_when_cancelled):
        try:
            print(await asyncio.wait_for(make(), 1))
        except Exception as error:
            print(repr(error), repr(error.__cause__), repr(error.__context__))
    print(round(asyncio.get_running_loop().time(), 1))


asyncio.run(main())
