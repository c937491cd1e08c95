import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            raise KeyError("body")
    except KeyError as error:
        print("body's own error", error)
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError("on the way out")
    except Exception as error:
        print(repr(error), repr(error.__context__))
    try:
        async with asyncio.timeout(1) as scope:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("swallowed")
    except TimeoutError:
        print("timeout after all")
    print(scope.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
