"""An echo server and its client, with protocols: what is called, in which order, and what the transports say."""
import asyncio


class EchoServer(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server: connection from", transport.get_extra_info("peername"), transport)

    def data_received(self, data):
        print("server: got", data)
        self.transport.write(data)
        self.transport.close()
        print("server:", self.transport, self.transport.is_closing())

    def connection_lost(self, exc):
        print("server: lost", exc, self.transport)


class EchoClient(asyncio.Protocol):
    def __init__(self, message, done):
        self.message, self.done = message, done

    def connection_made(self, transport):
        print("client: connected", transport.get_extra_info("sockname"), transport.get_extra_info("nothing", "-"))
        transport.write(self.message)
        print("client:", transport)

    def data_received(self, data):
        print("client: got", data)

    def eof_received(self):
        print("client: the other side has closed")

    def connection_lost(self, exc):
        print("client: lost", exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(EchoServer, "127.0.0.1", 8888)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: EchoClient(b"hello", done), "127.0.0.1", 8888)
    print(transport.get_protocol() is protocol, transport.get_extra_info("socket"))
    await done
    print(transport)
    server.close()
    await server.wait_closed()


asyncio.run(main())
