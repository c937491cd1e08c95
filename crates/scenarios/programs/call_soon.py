import asyncio

def greet(name):
    print("hello,", name)

def greet_and_stop(name):
    loop.call_soon(greet, "the one who came last")
    greet(name)
    loop.stop()

loop = asyncio.new_event_loop()
loop.call_soon(greet, "the first")
loop.call_soon(greet, "the second")
loop.call_soon(greet_and_stop, "the third")
loop.run_forever()
print("stopped, with one handle still in the queue")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
