"""A read that takes too long, a reader that is cancelled, and what a connection is good for afterwards."""
import asyncio


async def slow(reader, writer):
    try:
        await reader.read(10)
        await asyncio.sleep(2)
        writer.write(b"late\n")
        await reader.readline()
        writer.write(b"in time\n")
        await writer.drain()
    except asyncio.CancelledError:
        print("server: cancelled")
        raise
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(slow, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    writer.write(b"go")
    try:
        await asyncio.wait_for(reader.readline(), 1)
    except TimeoutError:
        print("too late")
    try:
        async with asyncio.timeout(0.5):
            await reader.readline()
    except TimeoutError:
        print("and again", reader)
    print(await reader.readline())
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    print(task.get_coro().cr_await is not None, reader._waiter is not None)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), reader._waiter)
    second = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    try:
        await reader.read(1)
    except RuntimeError as exc:
        print(exc)
    writer.write(b"more\n")
    print(await second, await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
