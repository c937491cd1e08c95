import asyncio


async def exits():
    await asyncio.sleep(1)
    raise SystemExit(4)


async def main():
    try:
        # One task alone: several would be cancelled in the order of a set.
        async with asyncio.TaskGroup() as group:
            group.create_task(exits())
            await asyncio.sleep(5)
    except BaseException as error:
        print("main sees", repr(error))
        raise


asyncio.run(main())
