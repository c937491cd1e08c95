import asyncio


async def slow(n):
    await asyncio.sleep(n)
    return n


async def with_default(coroutine, timeout, default):
    try:
        return await asyncio.wait_for(coroutine, timeout)
    except asyncio.TimeoutError:
        return default


async def main():
    print(await with_default(slow(1), 2, "default"), await with_default(slow(3), 2, "default"))
    done, pending = await asyncio.wait([asyncio.create_task(slow(n)) for n in (1, 5)], timeout=2)
    print([t.result() for t in done], len(pending))
    for task in pending:
        task.cancel()
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 1.5
    count = 0
    try:
        async with asyncio.timeout_at(deadline):
            while True:
                await asyncio.sleep(0.5)
                count += 1
    except TimeoutError:
        print("counted", count)


asyncio.run(main())
