import asyncio


async def hold(name, lock, seconds):
    async with lock:
        print(name, "holds")
        await asyncio.sleep(seconds)


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(hold(n, lock, 1)) for n in "abc"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([repr(r) for r in results], lock.locked())


asyncio.run(main())
