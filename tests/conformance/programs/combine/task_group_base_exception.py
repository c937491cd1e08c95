import asyncio


async def exits():
    await asyncio.sleep(1)
    raise SystemExit(4)


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print("other ends")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(other())
            group.create_task(exits())
    except BaseException as error:
        print("main sees", repr(error))
        raise


asyncio.run(main())
