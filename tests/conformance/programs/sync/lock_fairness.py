import asyncio


async def grabber(name, lock, log):
    for i in range(2):
        async with lock:
            log.append(f"{name}{i}")
            await asyncio.sleep(0)


async def main():
    lock, log = asyncio.Lock(), []
    await asyncio.gather(*(grabber(n, lock, log) for n in "abc"))
    print(log)


asyncio.run(main())
