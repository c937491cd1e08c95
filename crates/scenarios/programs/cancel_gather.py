import asyncio

async def child(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{name}: finished")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise

async def main():
    together = asyncio.gather(
        child("quick", 1), child("slow", 5), child("slower", 9)
    )
    await asyncio.sleep(2)
    together.cancel()
    try:
        await together
    except asyncio.CancelledError:
        print("main: the gather is cancelled")

asyncio.run(main())
