import asyncio


async def work():
    return asyncio.current_task().get_name()


async def main():
    named = asyncio.create_task(work(), name="named")
    plain = asyncio.create_task(work())
    plain.set_name(17)
    print(await named, await plain, repr(plain.get_name()))
    third = asyncio.create_task(work())
    print(await third, asyncio.current_task().get_name())


asyncio.run(main())
