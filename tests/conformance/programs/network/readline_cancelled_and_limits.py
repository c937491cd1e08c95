"""Lines that are too long, ends that come too soon, and reading that is cancelled, over a connection."""
import asyncio


async def handle(reader, writer):
    writer.write(b"short\n" + b"x" * 50 + b"\nafter\n")
    await writer.drain()
    await asyncio.sleep(1)
    writer.write(b"half a li")
    await asyncio.sleep(1)
    writer.write(b"ne\nabc")
    writer.close()


async def tried(awaitable):
    try:
        return await awaitable
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError) as exc:
        return type(exc).__name__, str(exc), getattr(exc, "partial", None), getattr(exc, "consumed", None)


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8004)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8004, limit=32)
    print(reader)
    print(await tried(reader.readuntil()))
    print(await tried(reader.readuntil()))
    print(await tried(reader.readline()))
    print(await tried(reader.readline()))
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(1.5)
    print(reader, task)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    print(await tried(reader.readline()))
    print(await tried(reader.readexactly(10)))
    print(await tried(reader.readuntil(b"!")), await tried(reader.readexactly(0)), await reader.read(5))
    print(reader, reader.at_eof())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
