import asyncio


async def work():
    await asyncio.sleep(2)
    print("inner completes")
    return "value"


async def main():
    inner = asyncio.create_task(work())
    outer = asyncio.shield(inner)
    waiter = asyncio.create_task(asyncio.wait_for(outer, 5))
    await asyncio.sleep(1)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("outer", outer.cancelled(), "inner", inner.cancelled())
    print(await inner)


asyncio.run(main())
