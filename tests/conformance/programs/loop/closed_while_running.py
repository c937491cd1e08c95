import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    try:
        loop.run_forever()
    except RuntimeError as error:
        print(error)
    print(loop.is_running(), loop.is_closed())


asyncio.run(main())
