# What debug mode refuses and tells.
import asyncio
import time


async def work():
    pass


def attempt(what, *args, **keywords):
    try:
        what(*args, **keywords)
        print("ok")
    except BaseException as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    coroutine = work()
    attempt(loop.call_soon, coroutine)
    coroutine.close()
    attempt(loop.call_soon, work)
    attempt(loop.call_soon, 5)
    attempt(loop.call_later, 1, work)
    attempt(loop.call_at, 1, 5)
    attempt(loop.run_in_executor, None, work)
    future = loop.create_future()
    task = asyncio.create_task(work())
    handle = loop.call_later(5, print, "x", 1)
    print(future)
    print(task)
    print(handle)
    handle.cancel()
    print(handle)
    print(len(future._source_traceback) > 0)

    loop.slow_callback_duration = 0.02
    loop.call_soon(time.sleep, 0.05)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    time.sleep(0.03)
    loop.set_debug(False)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
