"""`anext(iterator, default)`: an awaitable of its own kind, which tells of nothing that was not awaited itself."""
import asyncio
import inspect


async def numbers():
    yield 1
    yield 2


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


def told(method, *args):
    try:
        return f"gives {method(*args)!r}"
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def main():
    stream = numbers()
    first = anext(stream, "over")
    print(type(first).__name__, inspect.iscoroutine(first), asyncio.iscoroutine(first))
    print(first.__await__() is first, iter(first) is first, await first)
    try:
        await first
    except RuntimeError as error:
        print(error)
    print(await asyncio.create_task(anext(stream, "over")))
    print(await asyncio.wait_for(anext(stream, "over"), 1))
    countdown = Countdown(2)
    print([await anext(countdown, None) for _ in range(4)])
    async with asyncio.timeout(1):
        print(await anext(countdown, default := "empty"), default)
    by_hand = numbers()
    print(told(anext(by_hand, 0).send, None), "|", told(next, anext(by_hand, 0)), "|", told(next, anext(by_hand, 0)))
    waiting = anext(Countdown(1), 0)
    waiting.send(None)
    print(told(waiting.throw, KeyError), "|", told(waiting.close), "|", told(waiting.close, 1))
    print(told(anext, numbers(), 1, 2))
    anext(numbers(), "never asked")


asyncio.run(main())
