import asyncio


async def numbers(name, fails=False):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print("closed", name)
        if fails:
            raise ValueError(name)


async def main():
    async for n in numbers("finished by break"):
        if n == 1:
            break
    await asyncio.sleep(0.1)
    bad = numbers("bad", True)
    print(await anext(bad))
    never = numbers("never started")
    other = numbers("closed by hand")
    await anext(other)
    await other.aclose()
    try:
        await anext(other)
    except StopAsyncIteration:
        print("over")
    return bad, never


kept = asyncio.run(main())
print("loop closed")


async def after_shutdown():
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    generator = numbers("after")
    print(await anext(generator))
    await generator.aclose()


asyncio.run(after_shutdown())
