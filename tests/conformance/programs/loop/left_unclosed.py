"""A loop that is lost before it was closed is closed by its finalizer, which loses what it had yet to run."""

import asyncio


async def ticker(name):
    try:
        for number in range(5):
            print(name, number)
            await asyncio.sleep(0)
    finally:
        print(name, "is left")


async def starts(loop):
    loop.create_task(ticker("first"), name="first")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.stop()


loop = asyncio.new_event_loop()
loop.create_task(starts(loop))
loop.run_forever()
print("stopped", loop.is_closed())

loop = asyncio.new_event_loop()
loop.call_later(5, print, "never")
loop.run_until_complete(asyncio.sleep(1))
print("done", loop.is_closed())
