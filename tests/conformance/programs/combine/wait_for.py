import asyncio


async def work(delay):
    try:
        await asyncio.sleep(delay)
        return delay
    except asyncio.CancelledError:
        print("cancelled", delay)
        raise


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(work(1), 2), round(loop.time(), 2))
    try:
        await asyncio.wait_for(work(5), 2)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), round(loop.time(), 2))
    print(await asyncio.wait_for(work(1), None))
    try:
        await asyncio.wait_for(work(1), 0)
    except TimeoutError:
        print("no time at all")


asyncio.run(main())
