import asyncio


def bad_handler(loop, context):
    print("handler", context["message"])
    raise ValueError("handler is broken")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(bad_handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        loop.set_exception_handler("not callable")
    except TypeError as error:
        print(error)
    loop.set_exception_handler(None)
    loop.default_exception_handler({"message": "plain", "extra": 5})


asyncio.run(main())
