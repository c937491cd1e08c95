import asyncio


async def forgotten():
    pass


async def main():
    forgotten()
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
