# Set and cleared again before the waiters run: they still pass.
import asyncio


async def waiter(name, event, log):
    await event.wait()
    log.append((name, event.is_set()))


async def main():
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(waiter(n, event, log)) for n in "ab"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    tasks.append(asyncio.create_task(waiter("c", event, log)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, [t.done() for t in tasks])
    event.set()
    await asyncio.gather(*tasks)
    print(log, str(event).split("[")[1])


asyncio.run(main())
