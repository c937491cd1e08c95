# A coroutine, a task, a future and an object with __await__.
import asyncio


class Custom:
    def __await__(self):
        yield
        return "custom"


async def coroutine():
    return "coroutine"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "future")
    task = asyncio.create_task(coroutine())
    for awaitable in (coroutine(), task, future, Custom()):
        print(type(awaitable).__name__, await awaitable, round(loop.time(), 3))


asyncio.run(main())
