import asyncio

DONE = object()


async def source(out):
    for n in range(1, 6):
        await out.put(n)
    await out.put(DONE)


async def transform(inbox, out, function):
    while (item := await inbox.get()) is not DONE:
        await asyncio.sleep(0.01 * item)
        await out.put(function(item))
    await out.put(DONE)


async def sink(inbox):
    total = 0
    while (item := await inbox.get()) is not DONE:
        print("sink", item)
        total += item
    return total


async def main():
    a, b, c = (asyncio.Queue(2) for _ in range(3))
    async with asyncio.TaskGroup() as group:
        group.create_task(source(a))
        group.create_task(transform(a, b, lambda n: n * n))
        group.create_task(transform(b, c, lambda n: n + 0.5))
        total = group.create_task(sink(c))
    print("total", total.result())


asyncio.run(main())
