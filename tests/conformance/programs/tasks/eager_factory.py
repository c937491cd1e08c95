import asyncio


async def cached(key, cache={}):
    if key not in cache:
        await asyncio.sleep(0.1)
        cache[key] = key * 2
    return cache[key]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    for _ in range(2):
        tasks = [asyncio.create_task(cached(k)) for k in (1, 2)]
        print([t.done() for t in tasks], await asyncio.gather(*tasks))
        print(round(loop.time(), 2))


asyncio.run(main())
