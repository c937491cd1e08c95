# The shielded task fails after its shield is gone: the loop's handler tells.
import asyncio


async def work():
    await asyncio.sleep(1)
    raise ValueError("too late")


async def main():
    shielded = asyncio.shield(work())
    await asyncio.sleep(0)
    shielded.cancel()
    await asyncio.sleep(2)
    print("end")


asyncio.run(main())
