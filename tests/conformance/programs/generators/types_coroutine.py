# A plain generator that types.coroutine() makes awaitable stays a generator.
import asyncio
import collections.abc
import inspect
import types


@types.coroutine
def switch(word):
    answer = yield
    return f"{word} {answer}"


@types.coroutine
def through(future):
    return (yield from future)


@types.coroutine
def not_a_generator(number):
    return halves(number)


def halves(number):
    yield
    return number / 2


async def talker():
    return await switch("heard"), await switch("and")


waiting = switch("x")
print(type(waiting).__name__, waiting.__name__, inspect.isawaitable(waiting), inspect.iscoroutine(waiting))
print(asyncio.iscoroutine(waiting), isinstance(waiting, collections.abc.Awaitable), switch.__name__)
coroutine = talker()
coroutine.send(None)
print(type(coroutine.cr_await).__name__, coroutine.cr_await.__name__, inspect.getcoroutinestate(coroutine))
coroutine.send("one")
try:
    coroutine.send("two")
except StopIteration as stop:
    print(stop.value)
try:
    halves(3).__await__
except AttributeError as error:
    print(error)


async def plain():
    await halves(3)


try:
    plain().send(None)
except TypeError as error:
    print(error)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "set")
    print(await through(future))
    print(await not_a_generator(7))
    try:
        asyncio.create_task(switch("task"))
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
    print(await through(asyncio.sleep(0.5, "slept")))


asyncio.run(main())
