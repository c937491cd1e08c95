import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def resource(name):
    await asyncio.sleep(0.1)
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in "ab"]
        stack.push_async_callback(asyncio.sleep, 0.5)
        print(names)
    print(round(asyncio.get_running_loop().time(), 1))
    async with aclosing(numbers()) as stream:
        async for n in stream:
            print(n)
            break
    print("end")


asyncio.run(main())
