"""Protocols that bring their own buffer, transports that pause reading, protocols that are exchanged."""
import asyncio
import socket


class Buffered(asyncio.BufferedProtocol):
    def connection_made(self, transport):
        self.buffer, self.parts = bytearray(4), []

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.parts.append(bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print("eof after", self.parts)

    def connection_lost(self, exc):
        print("lost", exc)


class Plain(asyncio.Protocol):
    def data_received(self, data):
        print("plain got", data)


async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, protocol = await loop.create_connection(Buffered, sock=near)
    far.send(b"abcdefghij")
    await asyncio.sleep(0.1)
    print(protocol.parts, transport.is_reading())
    transport.pause_reading()
    transport.pause_reading()
    print(transport, transport.is_reading())
    far.send(b"kl")
    await asyncio.sleep(0.1)
    print(protocol.parts)
    transport.set_protocol(Plain())
    transport.resume_reading()
    print(transport)
    await asyncio.sleep(0.1)
    transport.set_protocol(protocol)
    far.send(b"mn")
    far.close()
    await asyncio.sleep(0.1)
    print(transport, transport.is_reading(), transport.is_closing())
    for method, args in (("write", ["text"]), ("write", [b""]), ("set_write_buffer_limits", [1, 2])):
        try:
            print(getattr(transport, method)(*args))
        except (TypeError, ValueError) as exc:
            print(type(exc).__name__, exc)
    listener = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(listener.getsockname())
    conn, _ = listener.accept()
    transport, _ = await loop.connect_accepted_socket(Plain, conn)
    client.send(b"accepted elsewhere")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    sock = transport.get_extra_info("socket")
    print(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), sock.gettimeout(), sock.type)
    for name, value in (("settimeout", 1), ("setblocking", True), ("settimeout", 0)):
        try:
            print(getattr(sock, name)(value))
        except ValueError as exc:
            print(exc)
    transport.abort()
    await asyncio.sleep(0)
    print(client.recv(1), transport, sock)
    client.close()
    listener.close()


asyncio.run(main())
