import asyncio


async def work(n, semaphore):
    async with semaphore:
        print("start", n, round(asyncio.get_running_loop().time(), 1))
        await asyncio.sleep(n)
        print("end", n)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(work(n, semaphore) for n in (3, 1, 2, 1)))
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
