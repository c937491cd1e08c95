"""A chat: whoever says something is heard by all others, in the order in which they came."""
import asyncio

members = {}


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    tell(f"{name} has come")
    members[name] = writer
    try:
        async for line in reader:
            tell(f"{name}: {line.decode().strip()}", name)
            await asyncio.gather(*(one.drain() for one in members.values()))
    finally:
        del members[name]
        tell(f"{name} has gone")
        writer.close()


def tell(text, but=None):
    for name, writer in members.items():
        if name != but:
            writer.write(text.encode() + b"\n")


async def listen(name, reader):
    async for line in reader:
        print(f"{name} hears {line.decode().strip()!r}")


async def member(name, lines, wait):
    await asyncio.sleep(wait)
    reader, writer = await asyncio.open_connection("127.0.0.1", 7000)
    writer.write(name.encode() + b"\n")
    ears = asyncio.create_task(listen(name, reader))
    for line in lines:
        await asyncio.sleep(1)
        writer.write(line.encode() + b"\n")
    await asyncio.sleep(1)
    writer.close()
    await writer.wait_closed()
    await ears


async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 7000):
        async with asyncio.TaskGroup() as group:
            group.create_task(member("ann", ["hello", "nice day"], 0))
            group.create_task(member("bob", ["hi"], 0.5))
            group.create_task(member("cas", ["all there?", "good"], 0.75))
    print(members)


asyncio.run(main())
