class Rock:
    def __await__(self):
        return (yield "rock")

async def inner():
    return await Rock()

async def middle():
    return await inner()

async def outer():
    return await middle()

coroutine = outer()
yielded = coroutine.send(None)
print(f"{yielded!r} passed through three awaits")

try:
    coroutine.send("pebble")
except StopIteration as stop:
    print(f"{stop.value!r} came back out")
