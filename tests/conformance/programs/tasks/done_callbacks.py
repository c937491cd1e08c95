import asyncio


async def work(value):
    if value < 0:
        raise ValueError(value)
    return value


def report(task):
    error = task.exception()
    print(task.get_name(), "raised" if error else "returned", error or task.result())


def broken(task):
    raise RuntimeError("in a done callback")


async def main():
    a = asyncio.create_task(work(1), name="a")
    b = asyncio.create_task(work(-1), name="b")
    for task in (a, b):
        task.add_done_callback(report)
    a.add_done_callback(broken)
    a.add_done_callback(report)
    await asyncio.wait([a, b])
    a.add_done_callback(lambda t: print("after the end", t.done()))
    print("main")
    await asyncio.sleep(0)


asyncio.run(main())
