import asyncio


async def leaf(n):
    await asyncio.sleep(n / 10)
    if n == 3:
        raise ValueError(f"leaf {n}")
    return n


async def main():
    print(await asyncio.gather(asyncio.gather(leaf(1), leaf(2)), leaf(4)))
    inner = asyncio.gather(leaf(3), leaf(5), return_exceptions=True)
    print(await asyncio.gather(inner, leaf(1)))
    try:
        await asyncio.gather(asyncio.gather(leaf(3), leaf(6)), leaf(8))
    except ValueError as error:
        print("caught", error)
    # What the failure left running ends by itself: at the end it would be cancelled in the order of a set.
    await asyncio.sleep(1)
    outer = asyncio.gather(asyncio.gather(leaf(9)), leaf(9))
    await asyncio.sleep(0)
    outer.cancel()
    print(await asyncio.gather(outer, return_exceptions=True))


asyncio.run(main())
