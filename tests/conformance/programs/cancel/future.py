import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("waiter", error.args, asyncio.current_task().cancelling())


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(future)) for _ in range(2)]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback", f.cancelled()))
    print(future.cancel("msg"), future.cancel())
    await asyncio.gather(*tasks)
    print([t.cancelled() for t in tasks])


asyncio.run(main())
