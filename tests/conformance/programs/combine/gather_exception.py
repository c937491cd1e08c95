# The first error reaches the caller; the others go on.
import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    print(name, "ends")
    return name


async def main():
    try:
        await asyncio.gather(work("a", 1), work("b", 2, True), work("c", 3))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(2)
    print(await asyncio.gather(work("d", 1), work("e", 1, True), return_exceptions=True))


asyncio.run(main())
