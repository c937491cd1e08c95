# asyncio.run cancels what is still pending when main returns.
import asyncio


async def stays(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "is told to stop")
        await asyncio.sleep(1)
        print(name, "has stopped")
        raise
    finally:
        print(name, "finally")


async def main():
    one = asyncio.create_task(stays("one"))
    await asyncio.sleep(0)
    return "main's result"


print(asyncio.run(main()))
