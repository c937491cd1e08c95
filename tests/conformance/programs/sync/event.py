import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "ab"]
    await asyncio.sleep(1)
    print(event.is_set())
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    print(event.is_set())
    event.set()
    await waiter("late", event)


asyncio.run(main())
