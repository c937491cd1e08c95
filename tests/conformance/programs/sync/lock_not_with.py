import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print(lock.locked())
    await lock.acquire()
    try:
        async with asyncio.timeout(1):
            await lock.acquire()
    except TimeoutError:
        print("a lock is not reentrant")
    lock.release()
    print(str(lock).split("[")[1], await lock.acquire(), str(lock).split("[")[1])


asyncio.run(main())
