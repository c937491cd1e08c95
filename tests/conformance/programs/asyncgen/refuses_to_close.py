# An asynchronous generator that ignores being closed is closed the hard way when it goes, not by the loop again.
import asyncio


async def refuses():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("not now")


async def main():
    generator = refuses()
    print(await anext(generator))
    try:
        await generator.aclose()
    except RuntimeError as error:
        print(error)
    print(generator.ag_frame is None, generator.ag_running)
    print(await anext(generator))
    print("end of main")


asyncio.run(main())
