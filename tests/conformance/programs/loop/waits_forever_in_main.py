# A future that nobody sets: the loop would wait for ever.
import asyncio


async def main():
    print("waiting")
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("never")


asyncio.run(main())
