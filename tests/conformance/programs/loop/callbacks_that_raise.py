import asyncio


def boom(*args):
    raise ValueError("boom")


async def fails():
    raise KeyError("nobody asks")


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append(context))
    loop.call_soon(boom, 1)
    loop.call_later(0.1, boom)
    future = loop.create_future()
    future.add_done_callback(boom)
    future.set_result(1)
    asyncio.create_task(fails())
    await asyncio.sleep(1)
    for context in seen:
        print(sorted(context), context["message"], repr(context["exception"]))
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "by hand", "extra": [1, 2]})
    loop.call_exception_handler({})
    loop.call_exception_handler({"exception": ZeroDivisionError("no message")})
    loop.call_soon(boom)
    await asyncio.sleep(0)
    loop.set_exception_handler(boom)
    loop.call_exception_handler({"message": "the handler fails"})


asyncio.run(main())
