import asyncio

event_loop = asyncio.new_event_loop()
print("the loop has nothing to do")
event_loop.run_forever()
print("this line is never reached")
