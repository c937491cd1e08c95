import asyncio


async def good():
    await asyncio.sleep(2)
    print("good ends")


async def bad():
    await asyncio.sleep(1)
    raise RuntimeError("bad luck")


async def main():
    first = asyncio.create_task(good())
    second = asyncio.create_task(bad())
    await first
    print("bad:", second.done(), repr(second.exception()))
    await second


asyncio.run(main())
