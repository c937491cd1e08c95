import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("lost"))
    del future
    print("dropped")
    await asyncio.sleep(0)


asyncio.run(main())
