import asyncio


async def fail():
    raise ValueError("unseen")


async def main():
    asyncio.create_task(fail(), name="lost")
    await asyncio.sleep(0)
    print("still running")
    await asyncio.sleep(0)


asyncio.run(main())
