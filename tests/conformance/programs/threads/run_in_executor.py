import asyncio
import concurrent.futures
import time


def work(n):
    if n == 3:
        raise ValueError(n)
    time.sleep(n)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, work, 1)
    print(type(future).__name__, future.done(), await future)
    try:
        await loop.run_in_executor(None, work, 3)
    except ValueError as error:
        print("raised", error)
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        began = loop.time()
        print(await asyncio.gather(*(loop.run_in_executor(pool, work, n) for n in (2, 1, 1))))
        print(round(loop.time() - began, 2))


asyncio.run(main())
