"""A server by hand: `sock_accept`, `sock_connect`, and the errors of connecting."""
import asyncio
import socket


async def serve(listener, loop):
    while True:
        conn, address = await loop.sock_accept(listener)
        print("accepted", address, conn.getblocking(), conn)
        with conn:
            while data := await loop.sock_recv(conn, 4):
                await loop.sock_sendall(conn, data)


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    address = listener.getsockname()
    print(listener)
    server = asyncio.create_task(serve(listener, loop))
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, address)
    print(client)
    await loop.sock_sendall(client, b"to and fro")
    got = b""
    while len(got) < 10:
        got += await loop.sock_recv(client, 100)
    print(got)
    client.close()
    server.cancel()
    print(await asyncio.gather(server, return_exceptions=True))
    listener.close()
    client = socket.socket()
    client.setblocking(False)
    try:
        await loop.sock_connect(client, address)
    except OSError as exc:
        print(type(exc).__name__, exc)
    client.close()
    try:
        await asyncio.open_connection("127.0.0.1", address[1])
    except ConnectionRefusedError as exc:
        print(exc, exc.args[1])
    try:
        await asyncio.open_connection("nowhere.example", 80)
    except socket.gaierror as exc:
        print(exc)
    try:
        await loop.create_connection(asyncio.Protocol, "127.0.0.1", 1, all_errors=True)
    except* OSError as group:
        print(repr(group.exceptions))


asyncio.run(main())
