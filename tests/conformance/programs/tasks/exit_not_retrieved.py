# A task that exits the program, and that nobody awaits.
import asyncio
import sys


async def leaves():
    sys.exit(3)


async def main():
    task = asyncio.create_task(leaves())
    try:
        await asyncio.sleep(1)
    finally:
        print("main ends", task.done())


try:
    asyncio.run(main())
finally:
    print("out")
