import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled())
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_soon(future.set_result, 42)
    print(await future, future.done())
    print(future)


asyncio.run(main())
