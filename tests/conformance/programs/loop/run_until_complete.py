import asyncio


async def work():
    await asyncio.sleep(0.5)
    return "result"


async def fail():
    raise LookupError("nothing there")


loop = asyncio.new_event_loop()
print(loop.run_until_complete(work()))
try:
    loop.run_until_complete(fail())
except LookupError as error:
    print(repr(error))
print(loop.is_running(), loop.is_closed())
loop.close()
loop.run_until_complete(loop.create_future())
