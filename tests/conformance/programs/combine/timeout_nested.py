# The outer time runs out first: the inner scope lets the cancellation pass.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner")
            finally:
                print("inner leaves", inner.expired())
    except TimeoutError:
        print("outer", outer.expired())
    try:
        async with asyncio.timeout(2):
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
    except TimeoutError:
        print("inner ended it", round(asyncio.get_running_loop().time(), 2))


asyncio.run(main())
