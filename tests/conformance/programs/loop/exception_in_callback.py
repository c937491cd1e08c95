# A callback that raises is reported; the loop goes on.
import asyncio


def broken():
    raise ValueError("from a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken)
    loop.call_soon(print, "next callback")
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
