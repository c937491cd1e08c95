import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)
    return what

async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    soup = await fetch("soup", 2)
    bread = await fetch("bread", 1)
    print(soup, bread, f"{loop.time() - begin:.0f} s")

    begin = loop.time()
    meal = [fetch("soup", 2), fetch("bread", 1)]
    soup, bread = await asyncio.gather(*meal)
    print(soup, bread, f"{loop.time() - begin:.0f} s")

asyncio.run(main())
