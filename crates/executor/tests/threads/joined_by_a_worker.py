import asyncio
import threading


async def square(number):
    await asyncio.sleep(number / 10)
    return number * number


def caller(loop, seen):
    seen.append(asyncio.run_coroutine_threadsafe(square(3), loop).result(timeout=5))
    loop.call_soon_threadsafe(seen.append, "soon")
    try:
        asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop).result(timeout=0.1)
    except TimeoutError:
        seen.append("too long")


async def main():
    seen = []
    thread = threading.Thread(target=caller, args=(asyncio.get_running_loop(), seen))
    thread.start()
    # A worker of the loop's own waits for the thread, and the thread for the loop, with a deadline.
    await asyncio.to_thread(thread.join)
    print(seen)


asyncio.run(main())
