# A task may yield None or a future of its own loop, nothing else.
import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def wait_for_self():
    await asyncio.current_task()


async def main():
    for value in (7, "text", [1]):
        try:
            await Yields(value)
        except RuntimeError as error:
            print(error.args[0].rsplit("got: ")[-1])
    task = asyncio.create_task(wait_for_self(), name="selfish")
    try:
        await task
    except RuntimeError as error:
        print(str(error).split(":")[0].split("<")[0])
    print(await Yields(None))
    try:
        await 3
    except TypeError as error:
        print(error)


asyncio.run(main())
