# Warnings of what was never awaited keep their line where the script has loaded `warnings`, and obey its filters.
import asyncio
import datetime
import warnings


async def work():
    return 1


async def numbers():
    yield 1


async def main():
    work()
    x = 1
    work()
    agen = numbers()
    agen.__anext__()
    await agen.aclose()
    return x


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    asyncio.run(main())
    print(~True)
    datetime.datetime.utcnow()
    generator = (n for n in range(3))
    next(generator)
    try:
        generator.throw(ValueError, ValueError("three"), None)
    except ValueError as error:
        print(repr(error))
for one in seen:
    print(one.lineno, one.category.__name__, str(one.message).split(";")[0][:70])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    asyncio.run(main())
asyncio.run(main())
