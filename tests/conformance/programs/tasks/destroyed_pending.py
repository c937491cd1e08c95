# A task that is pending when the interpreter ends.
import asyncio


async def hang(future):
    await future


loop = asyncio.new_event_loop()
future = loop.create_future()
task = loop.create_task(hang(future), name="hanging")
loop.run_until_complete(asyncio.sleep(0))
print("end")
