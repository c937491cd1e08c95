import asyncio

async def brew(drink, seconds):
    print(f"{drink}: heating")
    await asyncio.sleep(seconds)
    print(f"{drink}: ready")
    return drink

async def main():
    drinks = await asyncio.gather(
        brew("tea", 3),
        brew("coffee", 2),
        brew("cocoa", 1),
    )
    print("in the order asked for:", drinks)

asyncio.run(main())
