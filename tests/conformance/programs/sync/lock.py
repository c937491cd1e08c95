import asyncio


async def work(name, lock):
    print(name, "wants the lock", lock.locked())
    async with lock:
        print(name, "has it")
        await asyncio.sleep(0.1)
    print(name, "gave it back")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(work(n, lock) for n in "abc"))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(await lock.acquire(), lock.locked())


asyncio.run(main())
