# loopglass: iteration_cost=100ms
import asyncio
import datetime
import time

class YieldToEventLoop:
    def __await__(self):
        yield

async def _sleep_watcher(future, time_to_wake):
    while True:
        if time.time() >= time_to_wake:
            future.set_result(None)
            break
        else:
            await YieldToEventLoop()

async def async_sleep(seconds: float):
    future = asyncio.Future()
    time_to_wake = time.time() + seconds
    watcher_task = asyncio.Task(_sleep_watcher(future, time_to_wake))
    await future

async def other_work():
    print("worker: busy while the other one sleeps")

def now():
    return f"{datetime.datetime.now().strftime("%H:%M:%S")}"

async def main():
    work_tasks = [
        asyncio.Task(other_work()),
        asyncio.Task(other_work()),
        asyncio.Task(other_work()),
    ]
    print("good night at", now())
    await asyncio.Task(async_sleep(3))
    print("good morning at", now())
    await asyncio.gather(*work_tasks)

asyncio.run(main())
