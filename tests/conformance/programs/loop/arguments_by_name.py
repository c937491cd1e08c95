# Arguments of the loop's methods given by name, and what is said of those that do not fit.
import asyncio
import copy


def note(*what):
    print("called", *what)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback=note)
    loop.call_later(delay=0.1, callback=note)
    loop.call_later(0.2, callback=note)
    loop.call_at(when=loop.time() + 0.3, callback=note)
    loop.call_soon_threadsafe(callback=note, context=None)
    for call in (
        lambda: loop.call_soon(note, wrong=1),
        lambda: loop.call_later(0.1, note, named=2),
        lambda: loop.call_later(callback=note),
        lambda: loop.call_soon(note, callback=note),
        lambda: loop.call_at(when=5),
    ):
        try:
            call()
        except TypeError as error:
            print(error)
    await asyncio.sleep(0.5)
    short = copy.copy(asyncio.IncompleteReadError(b"abc", 10))
    print(short, short.partial, short.expected)
    far = copy.copy(asyncio.LimitOverrunError("too far", 7))
    print(far, far.consumed)


asyncio.run(main())
