import asyncio

connections = 0
most = 0

async def download(page):
    global connections, most
    connections += 1
    most = max(most, connections)
    await asyncio.sleep(0.1)
    connections -= 1

async def patient(page, room):
    async with room:
        await download(page)

async def main():
    global most
    await asyncio.gather(*(download(page) for page in range(20)))
    print("all at once:", most, "connections")

    most = 0
    room = asyncio.Semaphore(5)
    await asyncio.gather(*(patient(page, room) for page in range(20)))
    print("five at a time:", most)

asyncio.run(main())
