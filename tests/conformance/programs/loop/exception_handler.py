import asyncio


def handler(loop, context):
    print(context["message"], "|", repr(context.get("exception")))


def broken():
    raise KeyError("k")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(broken)
    loop.call_exception_handler({"message": "by hand"})
    await asyncio.sleep(0)
    loop.set_exception_handler(None)


asyncio.run(main())
