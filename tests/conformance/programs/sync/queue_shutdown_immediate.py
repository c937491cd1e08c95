import asyncio


async def getter(queue):
    try:
        while True:
            print("got", await queue.get())
            await asyncio.sleep(1)
            queue.task_done()
    except asyncio.QueueShutDown:
        print("getter: shut down")


async def putter(queue):
    try:
        for i in range(5):
            await queue.put(i)
            print("put", i)
    except asyncio.QueueShutDown:
        print("putter: shut down")


async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(getter(queue)), asyncio.create_task(putter(queue))]
    await asyncio.sleep(1.5)
    queue.shutdown(immediate=True)
    await asyncio.gather(*tasks)
    await queue.join()
    print(queue.qsize())


asyncio.run(main())
