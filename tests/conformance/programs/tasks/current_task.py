import asyncio


async def nested():
    return asyncio.current_task()


def callback():
    print("in a callback", asyncio.current_task())


async def main():
    me = asyncio.current_task()
    print(await nested() is me, await asyncio.create_task(nested()) is me)
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    try:
        asyncio.create_task(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
