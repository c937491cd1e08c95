import asyncio


async def consumer(name, queue):
    try:
        while True:
            print(name, await queue.get())
    except asyncio.QueueShutDown:
        print(name, "stops")


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(consumer(n, queue)) for n in "ab"]
    for i in range(3):
        await queue.put(i)
    await asyncio.sleep(0)
    queue.shutdown()
    try:
        queue.put_nowait(9)
    except asyncio.QueueShutDown as error:
        print(repr(error))
    await asyncio.gather(*tasks)


asyncio.run(main())
