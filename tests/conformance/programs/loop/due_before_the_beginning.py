"""Timers that are due before the clock of the loop began: shown as they are, run at once, the earliest first."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(-1, print, "a second ago")
    loop.call_at(loop.time() - 5, print, "five seconds ago")
    handle = loop.call_later(-3, print, "three seconds ago")
    print(round(handle.when()), handle.when() < loop.time())
    loop.call_at(0, print, "at the beginning")
    cancelled = loop.call_later(-2, print, "never")
    cancelled.cancel()
    await asyncio.sleep(0)
    print("and then")
    await asyncio.sleep(-1)
    for _ in range(3):
        loop.call_later(-0.5, int)
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("out of time")


asyncio.run(main())
