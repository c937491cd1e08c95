import asyncio


async def value():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(value()))
task = asyncio.ensure_future(value())
print(task.get_loop() is loop, loop.run_until_complete(task))
future = asyncio.Future()
loop.call_later(1, future.set_result, "from a timer")
print(loop.run_until_complete(future))
print(loop.run_until_complete(asyncio.gather(value(), value())))
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
