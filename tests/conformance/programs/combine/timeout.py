import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as scope:
            print(scope.when() is not None, scope.expired())
            await asyncio.sleep(2)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), scope.expired(), scope)
    async with asyncio.timeout(None) as scope:
        scope.reschedule(loop.time() + 3)
        await asyncio.sleep(2)
    print(scope.expired(), round(loop.time(), 2))
    async with asyncio.timeout_at(loop.time() + 1):
        await asyncio.sleep(0.5)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
