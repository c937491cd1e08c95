"""`gc.get_referrers`: containers, instances and their attributes, closures, and the frames of generators and coroutines,
those that run included; a function's frame is no object. That is how one checks that nothing keeps an exception."""
import asyncio
import gc


class Slotted:
    __slots__ = ('x', '__weakref__')

    def __init__(self, x):
        self.x = x


class Plain:
    def __init__(self, x):
        self.x = x


def kinds(target):
    return sorted(type(one).__name__ for one in gc.get_referrers(target))


target = Plain(None)
print(kinds(target), gc.get_referrers(target)[0] is globals())
keep = [Slotted(target), Plain(target), [target], (target, 1), {'a': target}, {target}, lambda t=target: t, iter([target]),
        map(print, [target]), (x for x in [target])]
print(kinds(target))
del keep
print(kinds(target))


def holds():
    local = Plain(1)
    print(kinds(local))
    return lambda: local


cell = holds().__closure__[0]
print(kinds(cell.cell_contents))


def generator():
    mine = Plain(2)
    yield mine
    print(kinds(mine))
    yield


suspended = generator()
print(gc.get_referrers(next(suspended)) == [suspended])
next(suspended)


async def main():
    failure = ValueError('kept by main alone')
    print(gc.get_referrers(failure) == [asyncio.current_task().get_coro()])

    async def inner():
        own = KeyError()
        return gc.get_referrers(own)
    coro = inner()
    print(await coro == [coro])
    future = asyncio.get_running_loop().create_future()
    result = Plain(3)
    future.set_result(result)
    print(kinds(result))
    task = asyncio.create_task(asyncio.sleep(0, result))
    await task
    print(kinds(result))

    caught = None
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
    except* ValueError as failures:
        caught = failures.exceptions[0]
    print(gc.get_referrers(caught) == [asyncio.current_task().get_coro()])


async def fails():
    raise ValueError('in a group')


asyncio.run(main())
