"""What asyncio does not do here, or does at another moment."""
import asyncio
import sys


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    try:
        handle = loop.call_soon(print, context=3)
        handle.cancel()
        print("a context that is none: taken")
    except TypeError:
        print("a context that is none: refused")
    sys.set_coroutine_origin_tracking_depth(2)
    coroutine = nothing()
    sys.set_coroutine_origin_tracking_depth(0)
    print("where a coroutine comes from:", [name for _, _, name in coroutine.cr_origin])
    coroutine.close()


asyncio.run(main())
