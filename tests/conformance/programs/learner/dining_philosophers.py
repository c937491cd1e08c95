import asyncio

NAMES = ("Ada", "Blaise", "Charles")


async def dine(index, forks, log):
    left, right = sorted((index, (index + 1) % len(NAMES)))
    for meal in range(2):
        await asyncio.sleep(0.1 * (index + 1))
        async with forks[left]:
            async with forks[right]:
                log.append(f"{NAMES[index]} eats meal {meal}")
                await asyncio.sleep(0.2)
    return NAMES[index]


async def main():
    forks = [asyncio.Lock() for _ in NAMES]
    log = []
    done = await asyncio.gather(*(dine(i, forks, log) for i in range(len(NAMES))))
    print("\n".join(log))
    print(done, any(fork.locked() for fork in forks))


asyncio.run(main())
