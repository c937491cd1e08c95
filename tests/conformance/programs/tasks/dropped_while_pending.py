# A task that nobody holds, and that waits for what nobody will ever do.
import asyncio


async def waits_forever():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("closed")


async def main():
    task = asyncio.create_task(waits_forever(), name="forgotten")
    await asyncio.sleep(0)
    del task
    print("main goes on")
    task = asyncio.create_task(waits_forever(), name="never began")
    task.cancel()
    del task
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
