import asyncio
import inspect


async def coroutine_function():
    await asyncio.sleep(0)


def generator_function():
    yield


async def async_generator():
    yield


def plain(a, b: int = 1, *args, c, **kw) -> str:
    pass


for f in (coroutine_function, generator_function, async_generator, plain):
    print(f.__name__, inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(f), inspect.isasyncgenfunction(f))
c = coroutine_function()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c))
c.send(None)
print(inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
g = generator_function()
next(g)
print(inspect.getgeneratorstate(g), inspect.signature(plain), list(inspect.signature(plain).parameters))
print(asyncio.iscoroutine(c), asyncio.isfuture(c))
