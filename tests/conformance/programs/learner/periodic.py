import asyncio
import datetime


async def every(seconds, action):
    while True:
        action()
        await asyncio.sleep(seconds)


async def main():
    count = 0

    def report():
        nonlocal count
        count += 1
        print(count, datetime.datetime.now().strftime("%H:%M:%S.%f")[:-3])

    task = asyncio.create_task(every(0.75, report), name="reporter")
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("stopped", task.get_name(), task.cancelled())


asyncio.run(main())
