import asyncio
import functools


def async_cache(function):
    cache = {}

    @functools.wraps(function)
    async def wrapper(*args):
        if args not in cache:
            cache[args] = asyncio.ensure_future(function(*args))
        return await asyncio.shield(cache[args])

    wrapper.cache = cache
    return wrapper


@async_cache
async def slow_square(n):
    print("computing", n)
    await asyncio.sleep(1)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(slow_square(n) for n in (2, 3, 2, 2))))
    print(await slow_square(3), round(loop.time(), 1), sorted(slow_square.cache), slow_square.__name__)


asyncio.run(main())
