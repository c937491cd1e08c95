import asyncio
import time

loop = asyncio.new_event_loop()

def report(what):
    print(f"{loop.time():.2f} s: {what}")

def busy():
    report("busy for half a second")
    time.sleep(0.5)

loop.call_later(2, report, "call_later(2)")
loop.call_at(1, report, "call_at(1)")
loop.call_later(3, busy)
loop.call_later(3.2, report, "call_later(3.2), but late")
dropped = loop.call_later(3.3, report, "never printed")
dropped.cancel()
loop.call_later(4, loop.stop)
loop.run_forever()
report("stopped")
loop.close()
