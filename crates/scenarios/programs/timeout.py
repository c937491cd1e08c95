import asyncio

async def slow_answer():
    try:
        await asyncio.sleep(10)
        return 42
    finally:
        print("slow_answer: leaving")

async def main():
    try:
        async with asyncio.timeout(1):
            print(await slow_answer())
    except TimeoutError:
        print("main: too slow")
    print("main: and on with the day")

asyncio.run(main())
