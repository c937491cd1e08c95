# A generator left suspended is closed when the loop shuts down.
import asyncio


async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        await asyncio.sleep(0.1)
        print("closed")


async def main():
    global kept
    kept = numbers()
    async for i in kept:
        print(i)
        if i == 1:
            break


asyncio.run(main())
