import asyncio
import warnings


async def ticker(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
            await asyncio.sleep(0.1)
    finally:
        print("ticker closed")


async def forgets():
    gen = ticker(3)
    print(await anext(gen))
    gen.asend("lost")
    gen.aclose()
    gen.athrow(ValueError)
    print(await gen.asend("kept"))
    await gen.aclose()
    print(await gen.aclose(), await gen.athrow(KeyError("after the end")))


async def twice():
    gen = ticker(3)
    step = gen.__anext__()
    print(type(step).__name__, await step)
    for again in (step, step):
        try:
            await again
        except RuntimeError as error:
            print(error)
    closing = gen.aclose()
    await closing
    try:
        await closing
    except RuntimeError as error:
        print(error)
    try:
        await anext(gen)
    except StopAsyncIteration as error:
        print("stopped", repr(error))


async def side_by_side():
    gen = ticker(5)
    first = asyncio.ensure_future(gen.asend(None))
    await asyncio.sleep(0)
    print(await first)
    results = await asyncio.gather(gen.asend(1), gen.asend(2), gen.athrow(KeyError), gen.aclose(), return_exceptions=True)
    for result in results:
        print(repr(result))
    print(gen.ag_running, await anext(gen))
    await gen.aclose()


def by_hand():
    gen = ticker(2)
    step = gen.asend(None)
    try:
        step.send(None)
    except StopIteration as stop:
        print("first", stop.value)
    waiting = gen.asend("x")
    fut = asyncio.Future(loop=loop)
    print(waiting.close(), gen.ag_frame is None)
    try:
        gen.athrow(1).send(None)
    except TypeError as error:
        print(error)
    odd = gen.aclose()
    try:
        odd.send(5)
    except RuntimeError as error:
        print(error)
    odd.close()


async def ignores():
    try:
        yield 1
    finally:
        yield 2


async def refuses():
    gen = ignores()
    print(await anext(gen))
    try:
        await gen.aclose()
    except RuntimeError as error:
        print(error)
    async for rest in gen:
        print("rest", rest)


asyncio.run(forgets())
asyncio.run(twice())
asyncio.run(side_by_side())
loop = asyncio.new_event_loop()
by_hand()
loop.close()
asyncio.run(refuses())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    g = ticker(1)
    g.aclose()
    g.asend(None)
    try:
        g.athrow(ValueError, ValueError("old"), None).send(None)
    except ValueError as error:
        print(repr(error))
for one in caught:
    print(one.category.__name__, one.message)
