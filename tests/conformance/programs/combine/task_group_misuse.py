import asyncio


async def nothing():
    pass


def attempt(error):
    text = str(error)
    print(type(error).__name__, text.split("<")[0] + text.split(">")[-1] if "<" in text else text)


async def main():
    group = asyncio.TaskGroup()
    coroutine = nothing()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        attempt(error)
    coroutine.close()
    async with group:
        try:
            await group.__aenter__()
        except RuntimeError as error:
            attempt(error)
    try:
        async with group:
            pass
    except RuntimeError as error:
        attempt(error)
    async with asyncio.TaskGroup() as empty:
        pass
    print("empty group ends")


asyncio.run(main())
