import asyncio

async def swim(name, lanes):
    async with lanes:
        print(f"{name}: in")
        await asyncio.sleep(1)
    print(f"{name}: out")

async def main():
    lanes = asyncio.Semaphore(2)
    names = ["ann", "bob", "cy", "dee", "eve"]
    await asyncio.gather(*(swim(name, lanes) for name in names))

asyncio.run(main())
