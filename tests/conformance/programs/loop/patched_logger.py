# asyncio logs by asyncio.base_events.logger: a test may put a mock in its place.
import asyncio
import gc
from unittest import mock


async def fails(message):
    raise ValueError(message)


async def forgotten():
    asyncio.create_task(fails("nobody asks"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()


def raises():
    raise OSError("in a callback")


with mock.patch("asyncio.base_events.logger") as logger:
    asyncio.run(forgotten())
    print(logger.error.call_count)
    (text,), keywords = logger.error.call_args
    print(text.splitlines()[0], "|", keywords["exc_info"][0].__name__, keywords["exc_info"][1])

    loop = asyncio.new_event_loop()
    loop.call_soon(raises)
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.call_exception_handler({"message": "by hand", "number": 5})
    loop.close()
    for call in logger.error.call_args_list[1:]:
        print(call.args[0].split("(")[0].splitlines(), bool(call.kwargs["exc_info"]))

with mock.patch("asyncio.base_events.logger.error") as error:
    asyncio.run(forgotten())
    print(error.called)
print(asyncio.base_events.logger.name)
