import asyncio

async def runner(name, start):
    print(f"{name}: on the mark")
    await start.wait()
    print(f"{name}: running")

async def main():
    start = asyncio.Event()
    runners = [
        asyncio.create_task(runner(name, start))
        for name in ("ann", "bob", "cy")
    ]
    await asyncio.sleep(2)
    print("main: go!")
    start.set()
    await asyncio.gather(*runners)

asyncio.run(main())
