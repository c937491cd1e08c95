# A suspended generator whose last reference goes is closed by the loop, in a task of its own.
import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("closed")


async def first(generator):
    async for n in generator:
        return n


async def main():
    print(await first(numbers()))
    print("back in main")
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
