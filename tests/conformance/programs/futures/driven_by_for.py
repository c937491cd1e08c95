# What await does may be done by hand, with a for loop.
import asyncio


class Ticks:
    def __init__(self, count):
        self.count = count

    def __await__(self):
        for number in range(self.count):
            yield number
        return "ticks over"


async def inner():
    return await Ticks(2)


async def outer():
    return await inner() + "!"


for tick in outer().__await__():
    print("yielded", tick)
iterator = outer().__await__()
print(type(iterator).__name__, next(iterator), iterator.send(None))
try:
    next(iterator)
except StopIteration as stop:
    print(stop.value)
print(list(inner().__await__()), [*outer().__await__()])


async def fails():
    await Ticks(1)
    raise ValueError("from inside")


try:
    for tick in fails().__await__():
        print(tick)
except ValueError as error:
    print(error)


async def main():
    def without_a_task():
        try:
            for _ in asyncio.timeout(1).__aenter__().__await__():
                pass
        except RuntimeError as error:
            print(error)
        try:
            for _ in asyncio.TaskGroup().__aenter__().__await__():
                pass
        except RuntimeError as error:
            print(error)

    asyncio.get_running_loop().call_soon(without_a_task)
    await asyncio.sleep(0)


asyncio.run(main())
