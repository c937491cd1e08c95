import asyncio


class Wrapped:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        print("before")
        result = yield from self.future
        print("after")
        return result * 2


class Direct:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


class Wrong:
    def __await__(self):
        return 5


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.5, future.set_result, 21)
    print(await Wrapped(future), await Direct(future))
    print(asyncio.isfuture(future), asyncio.isfuture(Wrapped(future)))
    try:
        await Wrong()
    except TypeError as error:
        print(error)


asyncio.run(main())
