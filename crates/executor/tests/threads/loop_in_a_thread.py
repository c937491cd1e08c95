import asyncio
import threading

loop = asyncio.new_event_loop()


def run():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("the loop has stopped in", threading.current_thread().name)


async def job(delay):
    await asyncio.sleep(delay)
    print("job", delay, threading.current_thread().name)
    return delay * 2


async def fails():
    raise ValueError("from the loop")


thread = threading.Thread(target=run, name="background", daemon=True)
thread.start()
futures = [asyncio.run_coroutine_threadsafe(job(delay), loop) for delay in (0.3, 0.1)]
print([future.result() for future in futures], loop.is_running())
try:
    asyncio.run_coroutine_threadsafe(job(5), loop).result(timeout=0.2)
except TimeoutError:
    print("too slow")
try:
    asyncio.run_coroutine_threadsafe(fails(), loop).result()
except ValueError as error:
    print("raised here:", error)


async def cancel_rest():
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    return len(rest)


print(asyncio.run_coroutine_threadsafe(cancel_rest(), loop).result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_running(), loop.is_closed())
