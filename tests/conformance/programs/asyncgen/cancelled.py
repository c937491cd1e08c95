import asyncio


async def ticks():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("generator cancelled")
        raise
    finally:
        print("generator cleaned")


async def consume():
    async for i in ticks():
        print(i)


async def main():
    task = asyncio.create_task(consume())
    await asyncio.sleep(1.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
