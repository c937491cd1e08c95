import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (3, 1, 2)]
    for next_one in asyncio.as_completed(tasks):
        try:
            print(await next_one)
        except ValueError as error:
            print("error", error)
    tasks = [asyncio.create_task(work(n), name=f"t{n}") for n in (4, 3)]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task is tasks[0], await task)
    try:
        for next_one in asyncio.as_completed([work(5)], timeout=1):
            await next_one
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
