import asyncio
import threading
import time


def producer(loop, queue):
    for item in range(3):
        time.sleep(0.1)
        asyncio.run_coroutine_threadsafe(queue.put(item), loop).result()
        print("put", item, threading.current_thread().name)
    asyncio.run_coroutine_threadsafe(queue.put(None), loop).result(1)


def ask(loop, answer):
    return asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1, answer), loop).result()


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(1)
    thread = threading.Thread(target=producer, args=(loop, queue), name="producer")
    thread.start()
    while (item := await queue.get()) is not None:
        print("got", item)
        await asyncio.sleep(0.25)
    thread.join()
    print(await asyncio.to_thread(ask, loop, "asked by a worker"))
    print(await asyncio.gather(*(loop.run_in_executor(None, ask, loop, number) for number in range(3))))


asyncio.run(main())
