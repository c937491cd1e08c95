import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "one")
loop.call_soon(loop.stop)
loop.call_soon(print, "two")
loop.call_soon(lambda: loop.call_soon(print, "next iteration"))
loop.run_forever()
print("stopped", loop.is_running())
loop.stop()
loop.run_forever()
print("stopped before it began")
loop.close()
loop.close()
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), loop.run_forever):
    try:
        call()
    except RuntimeError as error:
        print(error)
