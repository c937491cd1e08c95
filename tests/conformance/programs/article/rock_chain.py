# A yield percolates through any number of awaiting coroutines.
class Rock:
    def __init__(self, size):
        self.size = size

    def __await__(self):
        return (yield self.size)


async def inner(size):
    return await Rock(size) + await Rock(size * 10)


async def middle():
    first = await inner(1)
    second = await inner(2)
    return first, second


async def outer():
    return await middle()


coroutine = outer()
value = None
while True:
    try:
        asked = coroutine.send(value)
    except StopIteration as stop:
        print("result", stop.value)
        break
    print("asked", asked, coroutine.cr_await.__name__)
    value = asked + 1
