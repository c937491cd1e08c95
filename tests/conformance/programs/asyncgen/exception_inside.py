import asyncio


async def numbers():
    for i in range(3):
        if i == 2:
            raise ValueError("inside the generator")
        yield i


async def main():
    generator = numbers()
    try:
        async for n in generator:
            print(n)
    except ValueError as error:
        print("caught", error)
    print([n async for n in generator])
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("over")


async def returns_early():
    yield 1
    return


async def stop():
    raise StopAsyncIteration


async def wrong():
    yield 1
    await stop()


async def second():
    print([n async for n in returns_early()])
    try:
        print([n async for n in wrong()])
    except RuntimeError as error:
        print(error)


asyncio.run(main())
asyncio.run(second())
