import asyncio

stock = 1

async def buy(name):
    global stock
    if stock > 0:
        print(f"{name}: one left, I take it")
        await asyncio.sleep(0.1)
        stock -= 1
    else:
        print(f"{name}: sold out")

async def main():
    await asyncio.gather(buy("ann"), buy("bob"))
    print("main: in stock:", stock)

asyncio.run(main())
