import asyncio

async def greedy():
    total = 0
    for number in range(12):
        total += number * number
    print("greedy: done, and I never let go")
    return total

async def modest(name):
    for turn in range(3):
        print(f"{name}: turn {turn}")
        await asyncio.sleep(0)

async def main():
    ann = asyncio.create_task(modest("ann"))
    hog = asyncio.create_task(greedy())
    bob = asyncio.create_task(modest("bob"))
    await ann
    await bob
    print("the greedy sum:", await hog)

asyncio.run(main())
