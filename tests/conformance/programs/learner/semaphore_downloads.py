import asyncio

active = peak = 0


async def download(n, gate):
    global active, peak
    async with gate:
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(0.1 * (n % 3 + 1))
        active -= 1
    return f"file{n}.txt"


async def main():
    gate = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(download(n, gate), name=f"dl-{n}") for n in range(8)]
    for next_done in asyncio.as_completed(tasks):
        print(await next_done, end=" ")
    print()
    print(f"{peak=} {active=} {asyncio.get_running_loop().time():.1f}")


asyncio.run(main())
