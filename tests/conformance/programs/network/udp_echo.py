"""Datagrams: an echo endpoint, its client, and what is heard where nobody listens."""
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print("server:", data, addr)
        self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print("server: lost", exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        transport.sendto(b"abc")
        transport.sendto(b"")
        transport.sendto(b"defgh")

    def datagram_received(self, data, addr):
        print("client:", data, addr)
        if data == b"hgfed":
            self.done.set_result("all there")

    def error_received(self, exc):
        print("client: error", repr(exc))
        self.done.set_result("refused")

    def connection_lost(self, exc):
        print("client: lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 9999))
    print(server, server.get_extra_info("peername"))
    done = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=("127.0.0.1", 9999))
    print(client.get_extra_info("sockname"), client.get_extra_info("peername"))
    print(await done)
    try:
        client.sendto(b"x", ("127.0.0.1", 1))
    except ValueError as exc:
        print(exc)
    client.close()
    server.close()
    await asyncio.sleep(0)
    done = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=("127.0.0.1", 9999))
    print(await done)
    client.abort()
    await asyncio.sleep(0)
    for wrong in ({}, {"local_addr": "here"}, {"sock": 1}):
        try:
            await loop.create_datagram_endpoint(Echo, **wrong)
        except (ValueError, TypeError, AttributeError) as exc:
            print(type(exc).__name__, exc)


asyncio.run(main())
