import asyncio


class CoroutineLike:
    def __init__(self, steps):
        self.steps = steps

    def send(self, value):
        print("send", value)
        self.steps -= 1
        if self.steps < 0:
            raise StopIteration("its result")

    def throw(self, exception):
        print("throw", repr(exception))
        raise exception

    def close(self):
        print("close")

    def __await__(self):
        return self


class Telling(asyncio.Future):
    def add_done_callback(self, callback, **keywords):
        print("added", callback.__name__, sorted(keywords))
        super().add_done_callback(callback, **keywords)


async def waits():
    await asyncio.sleep(0.1)


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.create_task(CoroutineLike(2)))
    task = asyncio.create_task(CoroutineLike(5))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    future = Telling()
    loop.call_soon(future.set_result, 3)
    print(await future)
    # Settled behind its back: its next step has nothing to do.
    task = asyncio.create_task(waits(), name="settled")
    asyncio.Future.set_result(task, "from outside")
    print(await task)
    await asyncio.sleep(1)
    task.get_coro().close()


asyncio.run(main())
