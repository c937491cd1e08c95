import asyncio


async def step(n):
    if n == 0:
        raise ValueError("bottom reached")
    await asyncio.sleep(0.1)
    await step(n - 1)


async def main():
    try:
        await step(2)
    finally:
        print("cleaning up")


asyncio.run(main())
