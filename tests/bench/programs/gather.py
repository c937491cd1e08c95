# Ten thousand tasks at once.
import asyncio

TASKS = 10_000  # quick: 1_000


async def one(number):
    await asyncio.sleep(0)
    return number


async def main():
    print(sum(await asyncio.gather(*[one(number) for number in range(TASKS)])))


asyncio.run(main())
