import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon_threadsafe(print, "safe")
    loop.call_soon(print, "soon")
    print(type(handle).__name__, handle.cancelled())
    await asyncio.sleep(0)
    future = loop.create_future()
    loop.call_soon_threadsafe(future.set_result, 5)
    print(await future)


asyncio.run(main())
