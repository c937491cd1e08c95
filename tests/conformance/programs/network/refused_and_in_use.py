"""Errors of addresses: in use, not one's own, nobody there, two things at once."""
import asyncio
import socket


async def tried(awaitable):
    try:
        return await awaitable
    except (OSError, ValueError, TypeError) as exc:
        print(type(exc).__name__, exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(print, "127.0.0.1", 8080)
    await tried(asyncio.start_server(print, "127.0.0.1", 8080))
    await tried(asyncio.start_server(print, "10.1.2.3", 8080))
    await tried(asyncio.start_server(print, "nowhere.example", 8080))
    await tried(asyncio.start_server(print))
    await tried(asyncio.start_server(print, "127.0.0.1", 8081, ssl=True))
    await tried(asyncio.open_connection())
    await tried(asyncio.open_connection("127.0.0.1", 8080, sock=socket.socket()))
    await tried(asyncio.open_connection(sock=socket.socket(type=socket.SOCK_DGRAM)))
    await tried(asyncio.open_connection("127.0.0.1", 8081, local_addr=("127.0.0.1", 8080)))
    await tried(asyncio.open_connection("127.0.0.1", 8081, local_addr=("10.1.2.3", 0)))
    await tried(asyncio.open_connection("127.0.0.1", 8081))
    await tried(asyncio.open_connection("localhost", 8081))
    await tried(asyncio.open_connection("127.0.0.1", 8080, server_hostname="here"))
    reader, writer = await asyncio.open_connection("localhost", 8080, local_addr=("127.0.0.1", 8082))
    print(writer.get_extra_info("sockname"), writer.get_extra_info("peername"))
    writer.close()
    await writer.wait_closed()
    print(await loop.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM))
    print(await loop.getnameinfo(("127.0.0.1", 80)))
    server.close()
    await server.wait_closed()
    server = await asyncio.start_server(print, "127.0.0.1", 8080)
    print("free again:", server.sockets)
    server.close()


asyncio.run(main())
