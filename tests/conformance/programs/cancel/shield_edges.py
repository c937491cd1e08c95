import asyncio


async def work(seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("work cancelled")
        raise
    if fails:
        raise ValueError("late")
    print("work ends")
    return seconds


async def main():
    inner = asyncio.create_task(work(1, True), name="inner")
    outer = asyncio.shield(inner)
    print(outer.get_loop() is inner.get_loop(), type(outer).__name__)
    await asyncio.sleep(0)
    print(inner._callbacks and len(inner._callbacks))
    outer.cancel()
    await asyncio.sleep(2)
    print(inner.done())
    inner = asyncio.create_task(work(1))
    waiting = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.5))
    try:
        await waiting
    except TimeoutError:
        print("late", inner.done())
    print(await inner)
    print(asyncio.shield(inner) is inner)
    inner = asyncio.create_task(work(1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("from inside")
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error), outer)
    try:
        asyncio.shield(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
