# Many may await one future; a coroutine may be awaited once only.
import asyncio


async def value():
    return 5


async def main():
    task = asyncio.create_task(value())
    print(await task, await task, await asyncio.gather(task, task))
    coroutine = value()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
