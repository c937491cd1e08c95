import asyncio


def hello_world(loop, count):
    print("Hello World", count)
    if count == 0:
        loop.stop()
    else:
        loop.call_later(0.5, hello_world, loop, count - 1)


loop = asyncio.new_event_loop()
loop.call_soon(hello_world, loop, 2)
try:
    loop.run_forever()
finally:
    loop.close()
print(loop.is_closed())
