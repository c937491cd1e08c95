import asyncio


async def work(future):
    return await future


async def fail():
    raise ValueError("no")


def shown(task):
    return repr(task).replace(__file__, "FILE")


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future), name="worker")
    print(shown(task))
    await asyncio.sleep(0)
    print(shown(task))
    task.cancel()
    print(shown(task))
    await asyncio.wait([task])
    print(shown(task))
    failed = asyncio.create_task(fail())
    await asyncio.wait([failed])
    print(shown(failed), failed.exception())


asyncio.run(main())
