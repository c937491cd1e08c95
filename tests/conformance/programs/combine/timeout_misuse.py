import asyncio


async def main():
    scope = asyncio.timeout(1)
    print(scope)
    try:
        scope.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with scope:
        print(str(scope).split("when")[0], scope.when() > 0)
        try:
            await scope.__aenter__()
        except RuntimeError as error:
            print(error)
    print(str(scope).split("when")[0])
    try:
        async with scope:
            pass
    except RuntimeError as error:
        print(error)
    async with asyncio.timeout(-1) as past:
        print("still here")
    print(past.expired())
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            print("one more turn")
            await asyncio.sleep(1)
    except TimeoutError:
        print("over")


asyncio.run(main())
