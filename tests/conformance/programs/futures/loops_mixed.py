import asyncio


async def waits(future):
    return await future


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
future = first.create_future()
try:
    second.run_until_complete(waits(future))
except RuntimeError as error:
    print(str(error).split(" got ")[0].split("<")[0], "attached to a different loop" in str(error))
try:
    second.run_until_complete(future)
except ValueError as error:
    print(error)
first.close()
second.close()
