# A service that would stop tidily; no signal comes, so it runs to its end.
import asyncio
import signal


async def worker(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.1)
        print(name, item)
        queue.task_done()


def stop_asked(name, stop):
    print("asked to stop by", name)
    stop.set()


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop_asked, one.name, stop)
    queue = asyncio.Queue()
    for item in range(4):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(f"w{n}", queue)) for n in range(2)]
    await queue.join()
    try:
        async with asyncio.timeout(0.5):
            await stop.wait()
    except TimeoutError:
        print("nobody asked")
    print([loop.remove_signal_handler(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)])
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
