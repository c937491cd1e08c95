import asyncio

async def carry(name, first, second):
    async with first:
        print(f"{name}: has one end")
        await asyncio.sleep(1)
        print(f"{name}: waits for the other")
        async with second:
            print(f"{name}: has both")

async def main():
    left = asyncio.Lock()
    right = asyncio.Lock()
    ann = asyncio.create_task(carry("ann", left, right))
    bob = asyncio.create_task(carry("bob", right, left))
    await ann
    await bob

asyncio.run(main())
