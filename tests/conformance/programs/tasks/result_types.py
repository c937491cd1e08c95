import asyncio


async def returns(value):
    return value


async def main():
    for value in (None, 0, [], asyncio.sleep, StopAsyncIteration("x"), ValueError("as a value")):
        result = await asyncio.create_task(returns(value))
        print(result is value, type(result).__name__)
    inner = returns("inner")
    coroutine = await asyncio.create_task(returns(inner))
    print(coroutine is inner, await coroutine)


async def stops():
    raise StopIteration("not allowed")


asyncio.run(main())
asyncio.run(stops())
