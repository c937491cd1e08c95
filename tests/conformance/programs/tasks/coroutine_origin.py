"""Coroutines may keep where they were created; a loop in debug mode has them do so."""
import asyncio
import sys


async def inner():
    return 1


def make():
    return inner()


def outer():
    return make()


def show(depth):
    sys.set_coroutine_origin_tracking_depth(depth)
    coroutine = outer()
    print(depth, coroutine.cr_origin)
    coroutine.close()


print(sys.get_coroutine_origin_tracking_depth())
for depth in (0, 1, 2, 9):
    show(depth)
for bad in (-1, "a", 2.5):
    try:
        sys.set_coroutine_origin_tracking_depth(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
outer()
sys.set_coroutine_origin_tracking_depth(0)


async def within(debug):
    print(sys.get_coroutine_origin_tracking_depth())
    coroutine = outer()
    print(coroutine.cr_origin and [place[2] for place in coroutine.cr_origin[:3]])
    coroutine.close()
    asyncio.get_running_loop().set_debug(not debug)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())


asyncio.run(within(True), debug=True)
asyncio.run(within(False))
print(sys.get_coroutine_origin_tracking_depth())
print([hasattr(made, "cr_origin") for made in ((x for x in ()), sys)])


async def forgets():
    outer()

asyncio.run(forgets(), debug=True)
