"""Connections that end badly: closed with data unread, written to after the end, aborted."""
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")


async def rude(reader, writer):
    await reader.read(3)
    writer.transport.abort() if rude.abort else writer.close()


async def main():
    server = await asyncio.start_server(rude, "127.0.0.1", 8005)
    for rude.abort in (False, True):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8005)
        writer.write(b"abc")
        await writer.drain()
        await asyncio.sleep(0)
        writer.write(b"unread")
        await asyncio.sleep(0.1)
        try:
            print("read:", await reader.read())
        except OSError as exc:
            print(type(exc).__name__, exc, reader)
        try:
            for number in range(10):
                writer.write(b"into the void")
                await writer.drain()
        except OSError as exc:
            print("at write", number, type(exc).__name__, exc)
        for number in range(6):
            writer.write(b"on and on")
        writer.close()
        try:
            await writer.wait_closed()
            print("closed")
        except OSError as exc:
            print("closed:", type(exc).__name__, exc)
    server.close()
    await server.wait_closed()

    class Fails(asyncio.Protocol):
        def data_received(self, data):
            raise ValueError(data)

        def connection_lost(self, exc):
            print("protocol lost", repr(exc))

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    server = await loop.create_server(Fails, "127.0.0.1", 8005)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8005)
    writer.write(b"bad")
    try:
        print(await reader.read())
    except OSError as exc:
        print(type(exc).__name__, exc)
    writer.close()
    server.close()
    await server.wait_closed()

    async def broken(reader, writer):
        raise LookupError("handler")

    server = await asyncio.start_server(broken, "127.0.0.1", 8005)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8005)
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
