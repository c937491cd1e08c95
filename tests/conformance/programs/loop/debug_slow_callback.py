import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.call_soon(time.sleep, 0.25)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
