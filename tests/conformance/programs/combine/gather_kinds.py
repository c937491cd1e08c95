# What gather is given decides how its children come about, not what comes of them.
import asyncio


async def give(value, pauses=0):
    for _ in range(pauses):
        await asyncio.sleep(0)
    return value


async def refuse(text):
    await asyncio.sleep(0)
    raise ValueError(text)


class Own:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


class Telling(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        print("asked by", callback.__qualname__)
        super().add_done_callback(callback, context=context)

    def result(self):
        print("asked for the result")
        return super().result()


async def many():
    results = await asyncio.gather(*[give(number, number % 3) for number in range(150)])
    print(len(results), sum(results), results[:4])


async def mixed():
    loop = asyncio.get_running_loop()
    settled, pending = loop.create_future(), loop.create_future()
    settled.set_result("settled")
    task = asyncio.create_task(give("task", 1), name="mine")
    loop.call_later(0.01, pending.set_result, "pending")
    print(await asyncio.gather(settled, task, give("coroutine"), pending, settled, task))
    print(await asyncio.gather(settled, settled))
    once = give("once")
    print(await asyncio.gather(once, give("other"), once))
    print(await asyncio.gather(give(1), Own(2), give(3)))


async def telling():
    future = Telling()
    asyncio.get_running_loop().call_soon(future.set_result, "told")
    print(await asyncio.gather(give("first"), future))


async def failing():
    gone = asyncio.get_running_loop().create_future()
    gone.cancel("gone")
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(KeyError("failed"))
    outcomes = await asyncio.gather(give("fine"), refuse("no"), gone, failed, return_exceptions=True)
    print([(type(outcome).__name__, getattr(outcome, "args", None)) for outcome in outcomes])
    late = asyncio.create_task(give("late", 3))
    try:
        await asyncio.gather(late, refuse("first"), refuse("second"))
    except ValueError as error:
        print("raised", error)
    print(await late)
    try:
        await asyncio.gather(give("fine"), gone)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


async def outside():
    outer = asyncio.gather(give("a", 2), give("b", 5))
    task = asyncio.create_task(give("c"))
    await task
    print(outer.done(), outer.cancel("enough"), outer.done())
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


async def factory():
    loop = asyncio.get_running_loop()
    made = []

    def make(loop, coro, **options):
        made.append(coro.__name__)
        return asyncio.Task(coro, loop=loop, **options)

    loop.set_task_factory(make)
    print(await asyncio.gather(give("x"), give("y")), made)
    loop.set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(give("eager"), give("paused", 1)))
    loop.set_task_factory(None)


async def replaced():
    original = asyncio.tasks.ensure_future

    def ensure(item, *, loop=None):
        print("ensures", type(item).__name__)
        return original(item, loop=loop)

    asyncio.tasks.ensure_future = ensure
    try:
        print(await asyncio.gather(give("one"), give("two")))
    finally:
        asyncio.tasks.ensure_future = original


async def listed():
    future = asyncio.get_running_loop().create_future()
    outer = asyncio.gather(future, give("beside"))
    print(future._callbacks[0][0].__qualname__, len(future._callbacks))
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    future.set_result(None)
    print(await outer)


async def main():
    for part in (many, mixed, telling, failing, outside, factory, replaced, listed):
        print(part.__name__)
        await part()


asyncio.run(main())
