import asyncio

async def answer(value):
    await asyncio.sleep(1)
    return value

async def main():
    loop = asyncio.get_running_loop()

    coroutine = answer("a coroutine")
    task = asyncio.create_task(answer("a task"))
    future = loop.create_future()
    loop.call_later(1.5, future.set_result, "a future")
    gathered = asyncio.gather(answer("two"), answer("in one"))

    print(await coroutine)
    print(await task)
    print(await future)
    print(await gathered)

asyncio.run(main())
