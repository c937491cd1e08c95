"""One side has said all, the other goes on: EOF, `write_eof`, and what protocols answer to it."""
import asyncio


async def answer_at_the_end(reader, writer):
    said = await reader.read()
    print("server: all of it is", said, reader.at_eof(), reader)
    for word in said.split():
        writer.write(word + b"\n")
        await asyncio.sleep(0.1)
    print("server:", writer.can_write_eof())
    writer.write_eof()
    await asyncio.sleep(0.1)
    writer.close()
    await writer.wait_closed()


class Keeps(asyncio.Protocol):
    def __init__(self, answer):
        self.answer = answer

    def connection_made(self, transport):
        self.transport = transport

    def eof_received(self):
        print("eof, answered", self.answer)
        if self.answer:
            asyncio.get_running_loop().call_later(0.1, self.transport.write, b"one more thing")
            asyncio.get_running_loop().call_later(0.2, self.transport.close)
        return self.answer

    def connection_lost(self, exc):
        print("lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(answer_at_the_end, "127.0.0.1", 8002)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8002)
    writer.writelines([b"a ", b"b ", b"c"])
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as exc:
        print(exc)
    async for line in reader:
        print("client:", line, round(loop.time(), 1))
    print("client:", reader.at_eof(), await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    for answer in (True, None):
        server = await loop.create_server(lambda: Keeps(answer), "127.0.0.1", 8002)
        reader, writer = await asyncio.open_connection("127.0.0.1", 8002)
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
        server.close()
        await server.wait_closed()


asyncio.run(main())
