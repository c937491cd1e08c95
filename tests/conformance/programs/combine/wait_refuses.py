import asyncio


async def work():
    pass


async def attempt(*args, **kwargs):
    try:
        await asyncio.wait(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    await attempt([])
    await attempt(asyncio.create_task(work()))
    coroutine = work()
    await attempt([coroutine])
    await attempt([asyncio.create_task(work())], return_when="SOME")
    coroutine.close()


asyncio.run(main())
