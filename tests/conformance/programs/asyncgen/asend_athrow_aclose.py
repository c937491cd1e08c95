import asyncio


async def echo():
    value = None
    try:
        while True:
            try:
                value = yield value
            except ValueError as error:
                value = f"caught {error}"
    finally:
        await asyncio.sleep(0.1)
        print("closed")


async def main():
    generator = echo()
    print(await generator.asend(None), await generator.asend("a"))
    print(await generator.athrow(ValueError("b")))
    await generator.aclose()
    try:
        await generator.asend("c")
    except StopAsyncIteration as stop:
        print(repr(stop))
    await generator.aclose()
    again = echo()
    try:
        await again.asend(1)
    except TypeError as error:
        print(error)


asyncio.run(main())
