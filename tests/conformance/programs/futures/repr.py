import asyncio


def callback(future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(callback)
    future.add_done_callback(print)
    print(repr(future).replace(__file__, "FILE"))
    future.add_done_callback(callback)
    print(repr(future).replace(__file__, "FILE"))
    future.set_result("x" * 100)
    print(future)
    other = loop.create_future()
    other.cancel()
    print(other)
    failed = loop.create_future()
    failed.set_exception(ValueError("no"))
    print(failed, failed.exception() is not None)


asyncio.run(main())
