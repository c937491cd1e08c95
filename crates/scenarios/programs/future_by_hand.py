import asyncio

async def waiter(future):
    print("waiter: is it done?", future.done())
    answer = await future
    print("waiter: got", answer)

async def setter(future):
    print("setter: nobody but me will do it")
    future.set_result(42)
    print("setter: done is", future.done())

async def main():
    future = asyncio.Future()
    waiting = asyncio.create_task(waiter(future))
    setting = asyncio.create_task(setter(future))
    await waiting
    await setting
    print("main: at once this time:", await future)

asyncio.run(main())
