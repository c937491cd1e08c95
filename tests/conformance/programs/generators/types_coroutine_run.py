"""Generators made awaitable by types.coroutine, given to what runs coroutines: run_until_complete, run, ensure_future, gather."""
import asyncio
import inspect
import types


@types.coroutine
def compute(x, y):
    print(f"compute {x} + {y}")
    yield from asyncio.sleep(0.1)
    return x + y


@types.coroutine
def report(x, y):
    total = yield from compute(x, y)
    print(f"{x} + {y} = {total}")
    return total


def plain():
    yield from asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
print(loop.run_until_complete(report(1, 2)))
task = asyncio.ensure_future(compute(3, 4), loop=loop)
print(loop.run_until_complete(task), task.get_coro().__qualname__)
loop.close()
print(asyncio.run(report(5, 6)))


async def main():
    print(await asyncio.gather(compute(1, 1), report(2, 2)))
    print(await asyncio.wait_for(compute(7, 8), 1))
    for refused in (asyncio.create_task, asyncio.gather, asyncio.ensure_future):
        generator = plain()
        try:
            await refused(generator)
        except TypeError as error:
            print(refused.__name__, str(error).split("<")[0])
    try:
        asyncio.create_task(compute(0, 0))
    except TypeError as error:
        print(str(error).split("<")[0])
    print(inspect.isawaitable(compute(0, 0)), inspect.isawaitable(plain()), asyncio.iscoroutine(compute(0, 0)))


asyncio.run(main())
