import asyncio


async def worker(name, queue):
    while True:
        delay = await queue.get()
        await asyncio.sleep(delay)
        queue.task_done()
        print(f"{name} slept {delay:.2f}")


async def main():
    queue = asyncio.Queue()
    total = 0
    for delay in (0.3, 0.1, 0.4, 0.15):
        total += delay
        queue.put_nowait(delay)
    tasks = [asyncio.create_task(worker(f"worker-{i}", queue)) for i in range(2)]
    started = asyncio.get_running_loop().time()
    await queue.join()
    waited = asyncio.get_running_loop().time() - started
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f"{waited:.2f} instead of {total:.2f}")


asyncio.run(main())
