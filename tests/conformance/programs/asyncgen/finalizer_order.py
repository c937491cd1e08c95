import asyncio


async def stream(name):
    try:
        for i in range(5):
            yield f"{name}{i}"
    finally:
        print(name, "finalized in", asyncio.current_task().get_name())


async def main():
    async for item in stream("a"):
        print(item)
        break
    print("after the break")
    await asyncio.sleep(0)
    generator = stream("b")
    print(await anext(generator))
    await generator.aclose()
    generator = stream("c")
    print(await anext(generator))
    del generator
    print("deleted")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
