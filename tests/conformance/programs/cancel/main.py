# Cancelling the main task from within: asyncio.run raises CancelledError.
import asyncio


async def main():
    asyncio.current_task().cancel("myself")
    print("not yet")
    await asyncio.sleep(0)
    print("never")


asyncio.run(main())
