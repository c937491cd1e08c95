import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n, d)) for n, d in (("a", 2), ("b", 1))]
        print("body ends")
    print([t.result() for t in tasks])
    try:
        group.create_task(work("c", 1))
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).split(">")[-1])


asyncio.run(main())
