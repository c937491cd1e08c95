import asyncio

async def save(document):
    await asyncio.sleep(2)
    print("saved", document)

async def main():
    saving = asyncio.create_task(save("the novel"))
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(saving)
    except TimeoutError:
        print("main: I stop waiting; it goes on")
    print("main: is it cancelled?", saving.cancelled())
    await saving

asyncio.run(main())
