# The second failure after gather is done goes unseen, or not.
import asyncio


async def fail(name, delay):
    await asyncio.sleep(delay)
    raise ValueError(name)


async def main():
    try:
        await asyncio.gather(fail("first", 1), fail("second", 2))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(2)
    print("end")


asyncio.run(main())
