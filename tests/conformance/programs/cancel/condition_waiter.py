import asyncio


async def waiter(name, condition):
    async with condition:
        try:
            await condition.wait()
            print(name, "notified")
        except asyncio.CancelledError:
            print(name, "cancelled, holds the lock:", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, condition)) for n in "ab"]
    await asyncio.sleep(0)
    async with condition:
        tasks[0].cancel()
        condition.notify(1)
    await asyncio.wait(tasks, timeout=1)
    print([t.done() for t in tasks], condition.locked())
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)


asyncio.run(main())
