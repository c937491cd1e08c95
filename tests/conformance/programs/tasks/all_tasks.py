import asyncio


async def sleeper(seconds):
    await asyncio.sleep(seconds)


async def main():
    tasks = [asyncio.create_task(sleeper(n), name=f"s{n}") for n in (1, 2, 3)]
    names = lambda: sorted(t.get_name() for t in asyncio.all_tasks())
    print(names(), asyncio.current_task() in asyncio.all_tasks())
    await tasks[1]
    print(names())
    await asyncio.wait(tasks)
    print(names())


asyncio.run(main())
