import asyncio

async def inner():
    return "computed after all"

async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("refused:", error)
    print("so await it instead:", await coroutine)

asyncio.run(main())
