# Between two awaits nothing can interfere; across an await everything can.
import asyncio

counter = 0


async def safe():
    global counter
    for _ in range(100):
        counter += 1


async def unsafe():
    global counter
    for _ in range(5):
        value = counter
        await asyncio.sleep(0)
        counter = value + 1


async def main():
    global counter
    await asyncio.gather(safe(), safe(), safe())
    print(counter)
    counter = 0
    await asyncio.gather(unsafe(), unsafe(), unsafe())
    print(counter)


asyncio.run(main())
