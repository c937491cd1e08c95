import asyncio


async def producer(queue):
    for i in range(4):
        await queue.put(i)
        print("put", i, queue.qsize(), queue.full())


async def consumer(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print("done", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    worker = asyncio.create_task(consumer(queue))
    await producer(queue)
    await queue.join()
    worker.cancel()
    print(queue.empty(), queue.maxsize)
    for call in (queue.get_nowait, queue.task_done):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
