import asyncio

async def short():
    await asyncio.sleep(1)
    return "short: done"

async def long():
    await asyncio.sleep(2)
    return "long: done"

loop = asyncio.new_event_loop()
long_task = loop.create_task(long())

print(loop.run_until_complete(short()))
print("the program again; long is", end=" ")
print("done" if long_task.done() else "pending")

print(loop.run_until_complete(long_task))
loop.close()
