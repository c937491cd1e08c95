# Timers run by due time; equal times in the order that the heap gives.
import asyncio

loop = asyncio.new_event_loop()
began = loop.time()
for delay in (0.3, 0.1, 0.2, 0.1):
    loop.call_later(delay, lambda d: print(d, round(loop.time() - began, 3)), delay)
when = began + 0.25
timer = loop.call_at(when, print, "at")
print(timer.when() == when, timer.cancelled())
dropped = loop.call_later(0.15, print, "dropped")
dropped.cancel()
loop.call_later(0.4, loop.stop)
loop.run_forever()
loop.close()
