# What await does, step by step.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    iterator = future.__await__()
    print(next(iterator) is future, future._asyncio_future_blocking)
    future._asyncio_future_blocking = False
    future.set_result("done")
    try:
        next(iterator)
    except StopIteration as stop:
        print(stop.value)
    pending = loop.create_future()
    iterator = iter(pending)
    iterator.send(None)
    pending._asyncio_future_blocking = False
    try:
        next(iterator)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
