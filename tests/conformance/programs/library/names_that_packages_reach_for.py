# Names with an underscore that asyncio packages use all the same.
import asyncio
import functools
from asyncio.coroutines import _format_coroutine
from functools import _CacheInfo, _lru_cache_wrapper, _make_key


@functools.lru_cache(maxsize=2)
def square(number):
    return number * number


print(square(3), square(3), square(4))
print(square.cache_info() == _CacheInfo(hits=1, misses=2, maxsize=2, currsize=2), isinstance(square, _lru_cache_wrapper))
print(_CacheInfo, _CacheInfo(1, 2, 3, 4), _make_key((1, 'a'), {}, False), _make_key(('a',), {}, False))


async def nothing():
    pass


async def main():
    async with asyncio.TaskGroup() as group:
        print(group._parent_task is asyncio.current_task(), group._parent_cancel_requested, group._base_error)
    future = asyncio.get_running_loop().create_future()
    kind = type(future.__await__())
    print(kind.__name__, kind.__module__, kind)
    coroutine = nothing()
    print(_format_coroutine(coroutine))
    await coroutine
    print(_format_coroutine(coroutine))


asyncio.run(main())
