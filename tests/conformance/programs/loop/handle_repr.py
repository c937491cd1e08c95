import asyncio


def callback(a, b=None):
    pass


class Thing:
    def method(self):
        pass


async def main():
    loop = asyncio.get_running_loop()
    for handle in (loop.call_soon(callback, 1, 2), loop.call_soon(print, "x" * 80), loop.call_soon(lambda: None)):
        print(repr(handle))
    cancelled = loop.call_soon(callback, [1])
    cancelled.cancel()
    print(cancelled)
    timer = loop.call_at(loop.time() + 1, callback, "later")
    print(repr(timer).split("when=")[0], type(timer).__name__)
    timer.cancel()
    print(timer)
    print(loop.call_later(0, callback, "now") < timer)
    await asyncio.sleep(0)


asyncio.run(main())
