import asyncio
from contextlib import suppress


async def loop_forever(log):
    while True:
        log.append("turn")
        await asyncio.sleep(1)


async def main():
    log = []
    task = asyncio.create_task(loop_forever(log))
    await asyncio.sleep(2.5)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    print(log, task.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())
