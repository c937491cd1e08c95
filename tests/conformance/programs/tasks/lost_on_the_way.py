# A pending task that nobody holds goes while the loop runs on: from then on it is no longer among the loop's tasks.
import asyncio
import gc


async def waits_for_nobody(name):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print(name, "is closed")


async def main():
    lost = asyncio.create_task(waits_for_nobody("lost"), name="lost")
    held = asyncio.create_task(waits_for_nobody("held"), name="held")
    await asyncio.sleep(0)
    del lost
    print("collected:", gc.collect() > 0)
    for _ in range(2):
        await asyncio.sleep(0)
        print(sorted(task.get_name() for task in asyncio.all_tasks()))
    held.cancel()
    await asyncio.wait([held])
    print(held)


asyncio.run(main())
