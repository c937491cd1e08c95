import asyncio


async def forever():
    while True:
        await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.call_later(2.5, loop.stop)
loop.run_until_complete(forever())
