# The commonest mistake of all.
import asyncio


async def fetch():
    await asyncio.sleep(1)
    return {"data": 1}


async def main():
    result = fetch()
    print(type(result))
    try:
        print(result["data"])
    except TypeError as error:
        print(error)
    asyncio.sleep(1)
    print("no waiting at all")


asyncio.run(main())
