import asyncio


async def slow():
    yield 1
    await asyncio.sleep(1)
    yield 2


async def main():
    generator = slow()
    print(await anext(generator))
    results = await asyncio.gather(anext(generator), anext(generator), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        next(generator)
    except TypeError as error:
        print(error)
    try:
        for _ in generator:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
