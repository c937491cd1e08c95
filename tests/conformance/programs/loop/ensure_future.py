import asyncio


async def work():
    return 1


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 2


async def main():
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    task = asyncio.ensure_future(work())
    print(type(task).__name__, await task, await asyncio.ensure_future(Awaitable()))
    try:
        asyncio.ensure_future(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
