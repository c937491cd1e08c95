# The awaited thing ends in the very iteration of the timeout.
import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        return "in time"
    except asyncio.CancelledError:
        print("too late")
        raise


async def main():
    for seconds in (0.999, 1, 1.001):
        try:
            print(seconds, await asyncio.wait_for(work(seconds), 1))
        except TimeoutError:
            print(seconds, "timeout")
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, "set")
    try:
        print(await asyncio.wait_for(future, 1))
    except TimeoutError:
        print("timeout", future.cancelled())


asyncio.run(main())
