import asyncio

def on_done(future):
    print("on_done: the result is", future.result())

async def compute():
    print("compute: at work")
    return 6 * 7

async def main():
    task = asyncio.create_task(compute())
    task.add_done_callback(on_done)
    await task
    print("main: it is done, so a new callback is")
    task.add_done_callback(on_done)
    print("main: scheduled, not called")
    await asyncio.sleep(0)

asyncio.run(main())
