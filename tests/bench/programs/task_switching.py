# Fifty workers that do nothing but give way.
import asyncio

ROUNDS = 2_000  # quick: 200


async def worker():
    for _ in range(ROUNDS):
        await asyncio.sleep(0)
    return ROUNDS


async def main():
    print(sum(await asyncio.gather(*[worker() for _ in range(50)])))


asyncio.run(main())
