import asyncio

async def save(document):
    await asyncio.sleep(1)
    print("saved", document)

async def main():
    save("the novel")
    print("main: surely it is saved by now")
    await asyncio.sleep(2)
    print("main: or is it?")

asyncio.run(main())
