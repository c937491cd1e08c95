import asyncio


async def background(n):
    print("background", n, "begins")
    await asyncio.sleep(n)
    print("background", n, "ends")


async def main():
    tasks = set()
    for n in (1, 2):
        task = asyncio.create_task(background(n))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.sleep(1.5)
    print("main ends,", len(tasks), "left")


asyncio.run(main())
