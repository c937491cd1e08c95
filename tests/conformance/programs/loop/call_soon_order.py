import asyncio


def note(text, loop=None):
    print(text)
    if loop is not None:
        loop.call_soon(note, f"{text}, again")
        loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(note, "first", loop)
handle = loop.call_soon(note, "never")
loop.call_soon(note, "second")
handle.cancel()
print(handle.cancelled())
loop.run_forever()
print("stopped")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop)
