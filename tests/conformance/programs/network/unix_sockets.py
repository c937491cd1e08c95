"""Servers and clients at a path, with streams and with protocols."""
import asyncio
import socket


async def handle(reader, writer):
    print("server:", await reader.readline(), repr(writer.get_extra_info("peername")),
          writer.get_extra_info("sockname"))
    writer.write(b"hello\n")
    writer.close()


async def tried(awaitable):
    try:
        return await awaitable
    except (OSError, ValueError) as exc:
        print(type(exc).__name__, exc)


async def main():
    loop = asyncio.get_running_loop()
    path = "/home/user/chat.sock"
    await tried(asyncio.open_unix_connection(path))
    server = await asyncio.start_unix_server(handle, path)
    print(server.sockets)
    reader, writer = await asyncio.open_unix_connection(path)
    print(writer.get_extra_info("peername"), repr(writer.get_extra_info("sockname")), writer.transport)
    writer.write(b"hi\n")
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    other = await asyncio.start_unix_server(handle, path)
    server.close()
    await server.wait_closed()
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"to the second\n")
    print(await reader.read())
    writer.close()
    other.close()
    await other.wait_closed()
    await tried(asyncio.open_unix_connection(path))
    await tried(asyncio.open_unix_connection())
    await tried(asyncio.start_unix_server(handle))
    await tried(asyncio.open_unix_connection(sock=socket.socket()))
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("/home/user/left")
    print(listener, listener.getsockname())
    await tried(asyncio.open_unix_connection("/home/user/left"))
    other = socket.socket(socket.AF_UNIX)
    try:
        other.bind("/home/user/left")
    except OSError as exc:
        print(exc)
    listener.close()
    other.close()


asyncio.run(main())
