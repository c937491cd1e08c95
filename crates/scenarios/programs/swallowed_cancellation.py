import asyncio

async def stubborn():
    for attempt in range(3):
        try:
            print("stubborn: attempt", attempt)
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("stubborn: cancelled? I think not")
    return "finished anyway"

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    task.cancel()
    print("main:", await task)
    print("main: cancelled is", task.cancelled())

asyncio.run(main())
