import asyncio


class Loud(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel", self.get_name(), msg)
        return super().cancel(msg)


async def work():
    await asyncio.sleep(1)


def factory(loop, coro, **kwargs):
    print("new task", coro.__name__, sorted(kwargs))
    return Loud(coro, loop=loop, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(), name="loud")
    await asyncio.sleep(0)
    task.cancel("please")
    await asyncio.wait([task])
    print(type(task).__name__, task.cancelled(), loop.get_task_factory() is factory)


asyncio.run(main())
