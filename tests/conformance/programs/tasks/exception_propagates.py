import asyncio


async def inner():
    await asyncio.sleep(0.1)
    raise ZeroDivisionError("from inside")


async def outer():
    try:
        await asyncio.create_task(inner())
    except ZeroDivisionError as error:
        raise RuntimeError("outer failed") from error


async def main():
    try:
        await outer()
    except RuntimeError as error:
        print(error, "because of", repr(error.__cause__))
    await outer()


asyncio.run(main())
