"""An exception handler that fails is told of, and neither failure keeps the script's objects alive."""
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_soon(int, "not a number")
    await asyncio.sleep(0)
    loop.set_exception_handler(lambda loop, context: loop.default_exception_handler(context))
    loop.call_soon(int, "nor this")
    await asyncio.sleep(0)

asyncio.run(main())
kept = Noisy("kept until the end")
