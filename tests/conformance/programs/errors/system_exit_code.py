import asyncio
import sys


async def main():
    try:
        sys.exit(7)
    finally:
        print("main's finally")


asyncio.run(main())
