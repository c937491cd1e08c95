"""Writing faster than the other side reads: the buffer fills, `drain` waits, the protocol is paused and resumed."""
import asyncio
import socket


async def slow(reader, writer):
    total = 0
    await asyncio.sleep(1)
    while data := await reader.read(65536):
        total += len(data)
        await asyncio.sleep(0.01)
    print("server: read", total)
    writer.close()


class Paused(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(high=1000, low=100)

    def pause_writing(self):
        print("paused", self.transport.get_write_buffer_limits(), self.transport)

    def resume_writing(self):
        print("resumed", self.transport.get_write_buffer_size())

    def connection_lost(self, exc):
        print("lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(slow, "127.0.0.1", 8003)
    listening = server.sockets[0]
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 40_000)
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 40_000)
    sock.setblocking(False)
    await loop.sock_connect(sock, ("127.0.0.1", 8003))
    reader, writer = await asyncio.open_connection(sock=sock)
    for number in range(6):
        writer.write(bytes(60_000))
        print("client: wrote", number, "waiting:", writer.transport.get_write_buffer_size())
        await writer.drain()
        print("client: drained at", round(loop.time(), 2), writer.transport.get_write_buffer_size())
    writer.write_eof()
    print("client:", await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()

    near, far = socket.socketpair()
    far.setblocking(False)
    near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 5_000)
    transport, protocol = await loop.create_connection(Paused, sock=near)
    transport.write(bytes(25_000))
    got = 0
    while got < 25_000:
        got += len(await loop.sock_recv(far, 4_000))
    transport.write(bytes(30_000))
    transport.close()
    print(transport)
    while data := await loop.sock_recv(far, 100_000):
        print("far: read", len(data))
    far.close()
    await asyncio.sleep(0)
    print(transport)


asyncio.run(main())
