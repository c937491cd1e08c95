# Debug mode turned on by the environment, before the loop is made.
import asyncio
import os

os.environ["PYTHONASYNCIODEBUG"] = "1"


async def main():
    print(asyncio.get_running_loop().get_debug())
    await asyncio.sleep(0.01)


asyncio.run(main())
asyncio.run(main(), debug=False)
loop = asyncio.new_event_loop()
print(loop)
loop.close()
os.environ["PYTHONASYNCIODEBUG"] = ""
asyncio.run(main())
del os.environ["PYTHONASYNCIODEBUG"]
asyncio.run(main())
