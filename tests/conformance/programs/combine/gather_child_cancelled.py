import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    together = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0)
    tasks[1].cancel("child")
    print([repr(r) for r in await together])
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    together = asyncio.gather(*tasks)
    await asyncio.sleep(0)
    tasks[0].cancel("child")
    try:
        await together
    except asyncio.CancelledError as error:
        print("gather", error.args, together.done(), tasks[1].done())


asyncio.run(main())
