# asyncio.run inside a running loop.
import asyncio


async def inner():
    return 1


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    asyncio.run(inner())


asyncio.run(main())
