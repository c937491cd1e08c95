import asyncio

async def fragile():
    await asyncio.sleep(0)
    raise ValueError("a glass broke")

async def main():
    task = asyncio.create_task(fragile())
    await asyncio.sleep(1)
    print("main: I heard nothing")

asyncio.run(main())
