# An empty loop has nothing to wait for: what follows is never reached.
import asyncio

event_loop = asyncio.new_event_loop()
print("looping")
event_loop.run_forever()
print("not reached")
