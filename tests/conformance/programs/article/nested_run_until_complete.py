# A loop that runs cannot be run again, nor can another one in its thread.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for other in (loop, asyncio.new_event_loop()):
        try:
            other.run_until_complete(loop.create_future())
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)
        if other is not loop:
            other.close()


asyncio.run(main())
