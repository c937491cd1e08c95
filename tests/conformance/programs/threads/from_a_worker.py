# What a worker asks of the loop.
import asyncio
import concurrent.futures


async def work(value, fails=False):
    await asyncio.sleep(1)
    if fails:
        raise ValueError(value)
    return value


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(work("from here"), loop)
    print(type(future).__module__, future.done())
    print(await asyncio.wrap_future(future), future.result())
    future = asyncio.run_coroutine_threadsafe(work("bad", True), loop)
    print(await asyncio.gather(asyncio.wrap_future(future), return_exceptions=True))
    print(repr(future.exception()))
    future = asyncio.run_coroutine_threadsafe(work("cancelled"), loop)
    await asyncio.sleep(0)
    print(future.cancel(), future.cancelled())
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as error:
        print(error)

    def worker():
        loop.call_soon_threadsafe(print, "called from a worker")
        try:
            asyncio.get_running_loop()
        except RuntimeError as error:
            return str(error)

    print(await asyncio.to_thread(worker))
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(4))))
    try:
        await loop.run_in_executor(pool, print)
    except RuntimeError as error:
        print(error)
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(print)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
