import asyncio, functools


def cb(fut, tag="?"):
    print(tag, fut.done(), fut)


async def work(x):
    await asyncio.sleep(x)
    return x


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    t = loop.create_task(work(0.1), name="w")
    t.add_done_callback(cb)
    t.add_done_callback(functools.partial(cb, tag="p"))
    t.add_done_callback(cb)
    print(t.remove_done_callback(cb), t)
    h = loop.call_later(0.05, print, "timer")
    h2 = loop.call_at(loop.time() + 0.2, print, "at")
    h2.cancel()
    print(h.when() > 0, h.cancelled(), h2.cancelled(), h2)
    await t
    await asyncio.sleep(0)
    loop.call_soon(print, "soon", 1, context=None)
    loop.call_soon_threadsafe(print, "threadsafe")
    e = asyncio.ensure_future(work(0))
    print(e is asyncio.ensure_future(e), asyncio.isfuture(e))
    await e
    import time

    time.sleep(0.2)
    await asyncio.sleep(0)
    f = loop.create_future()
    print(f)
    loop.call_later(0.1, f.set_result, {"a": [1] * 50})
    print(len(await f), f)
    print(loop.get_debug(), loop.is_running(), loop)


asyncio.run(main(), debug=True)
