import asyncio

async def baker(queue):
    for loaf in range(4):
        await queue.put(loaf)
        print(f"baker: loaf {loaf} on the shelf")
    await queue.put(None)

async def seller(queue):
    while (loaf := await queue.get()) is not None:
        print(f"seller: sold loaf {loaf}")
        await asyncio.sleep(1)

async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(baker(queue), seller(queue))
    print("main: closing time")

asyncio.run(main())
