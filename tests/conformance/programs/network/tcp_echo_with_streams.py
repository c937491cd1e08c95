"""An echo server and its clients, with streams."""
import asyncio


async def handle(reader, writer):
    peer = writer.get_extra_info("peername")
    while data := await reader.readline():
        print("server:", data, "from", peer)
        writer.write(data.upper())
        await writer.drain()
    print("server:", peer, "has said all")
    writer.close()
    await writer.wait_closed()


async def client(number, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for word in ("one", "two"):
        writer.write(f"{word} {number}\n".encode())
        await writer.drain()
        print("client:", await reader.readline())
        await asyncio.sleep(0.01 * number)
    writer.write_eof()
    print("client: the rest is", await reader.read())
    writer.close()
    await writer.wait_closed()
    return number


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    print("serving on", ", ".join(str(sock.getsockname()) for sock in server.sockets), server.is_serving())
    async with server:
        print(await asyncio.gather(client(1, 8888), client(2, 8888)))
    print(server.sockets, server.is_serving(), server)


asyncio.run(main())
