import asyncio


async def use(name, semaphore, seconds):
    async with semaphore:
        print(name, "in")
        await asyncio.sleep(seconds)
    print(name, "out")


async def main():
    semaphore = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(use(n, semaphore, 1)) for n in "abcd"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.sleep(0.5)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], semaphore.locked())


asyncio.run(main())
