# What fails while being cancelled at the end is reported.
import asyncio


async def stays():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError("while stopping")


async def main():
    asyncio.create_task(stays(), name="stays")
    await asyncio.sleep(1)


asyncio.run(main())
print("after")
