import asyncio

balance = 100

async def withdraw(name, lock):
    global balance
    async with lock:
        seen = balance
        print(f"{name}: sees {seen}")
        await asyncio.sleep(1)
        balance = seen - 30
        print(f"{name}: leaves {balance}")

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(
        withdraw("ann", lock),
        withdraw("bob", lock),
        withdraw("cy", lock),
    )
    print("main: the balance is", balance)

asyncio.run(main())
