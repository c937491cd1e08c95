import asyncio

lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
queue, semaphore = asyncio.Queue(), asyncio.Semaphore(0)


async def use(ends):
    waits = [lock.acquire(), event.wait(), queue.get(), semaphore.acquire()]
    await lock.acquire()
    tasks = [asyncio.create_task(each) for each in waits]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        text = str(result)
        print(type(result).__name__, text[:7], text[text.rfind("is bound"):])
    lock.release()


asyncio.run(use(True))
asyncio.run(use(False))
