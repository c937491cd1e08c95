"""How a server ends: with clients connected, with `serve_forever` cancelled, with its clients closed or aborted."""
import asyncio


class Talk(asyncio.Protocol):
    def __init__(self, name):
        self.name = name

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print(self.name, "got", data)

    def connection_lost(self, exc):
        print(self.name, "lost", repr(exc))


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Talk("server"), "127.0.0.1", 8001)
    transport, _ = await loop.create_connection(lambda: Talk("client"), "127.0.0.1", 8001)
    await asyncio.sleep(0)
    server.close()
    print("closed:", server.is_serving(), server.sockets)
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.1)
    print("still a client:", waiting.done())
    transport.write(b"still here")
    await asyncio.sleep(0.1)
    transport.close()
    await waiting
    await server.wait_closed()
    for end in ("close_clients", "abort_clients"):
        server = await loop.create_server(lambda: Talk("server"), "127.0.0.1", 8001)
        transport, _ = await loop.create_connection(lambda: Talk("client"), "127.0.0.1", 8001)
        transport.write(b"unread")
        server.close()
        getattr(server, end)()
        await server.wait_closed()
        print(end, "done")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    server = await loop.create_server(lambda: Talk("server"), "127.0.0.1", 8001, start_serving=False)
    print(server.is_serving())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving(), server.get_loop() is loop)
    try:
        await server.serve_forever()
    except RuntimeError as exc:
        print(exc)
    forever.cancel()
    print(await asyncio.gather(forever, return_exceptions=True), server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as exc:
        print(exc)


asyncio.run(main())
