import asyncio


async def after(seconds, value, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(value)
    return value


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    a = asyncio.create_task(after(1, "a"), name="a")
    b = asyncio.create_task(after(2, "b", True), name="b")
    c = asyncio.create_task(after(3, "c"), name="c")
    done, pending = await asyncio.wait([a, b, c], timeout=0)
    print(names(done), names(pending))
    done, pending = await asyncio.wait((t for t in (a, b, c, a)), timeout=1.5)
    print(names(done), names(pending))
    done, pending = await asyncio.wait({a, b, c}, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    done, pending = await asyncio.wait([a, c], return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    waiting = asyncio.create_task(asyncio.wait([c]), name="waiting")
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("cancelled", c.done(), c._callbacks)
    done, pending = await asyncio.wait([c, asyncio.get_running_loop().create_future()], timeout=5)
    print(len(done), len(pending))
    print(repr(b.exception()))
    for wrong in ([], a, after(1, 1), [after(1, 2)], None):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        await asyncio.wait([c], return_when="WHENEVER")
    except ValueError as error:
        print(error)


asyncio.run(main())
