# What a task raised is raised anew in who awaits it, while that one may be handling something.
import asyncio


async def fails(pause):
    if pause:
        await asyncio.sleep(0)
    raise ValueError("from the task")


async def main():
    loop = asyncio.get_running_loop()
    for pause in (False, True):
        try:
            raise KeyError("handled")
        except KeyError:
            for what in (
                asyncio.create_task(fails(pause)),
                fails(pause),
                asyncio.gather(fails(pause)),
                asyncio.wait_for(fails(pause), 1),
                asyncio.shield(fails(pause)),
            ):
                try:
                    await what
                except ValueError as error:
                    print(type(what).__name__, repr(error.__context__))
    try:
        async with asyncio.timeout(1):
            try:
                raise KeyError("handled")
            except KeyError:
                await asyncio.sleep(2)
    except TimeoutError as error:
        print(repr(error.__context__), repr(error.__context__.__context__))
    task = asyncio.create_task(fails(True))
    for _ in range(2):
        try:
            raise LookupError("first")
        except LookupError:
            try:
                await task
            except ValueError as error:
                print(repr(error.__context__))


async def shown():
    try:
        {}["missing"]
    except KeyError:
        await asyncio.create_task(fails(False))


asyncio.run(main())
asyncio.run(shown())
