# Protocol and transport classes, connected by the script itself.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("made", transport.get_extra_info("peername"), transport.get_extra_info("none", "default"))

    def data_received(self, data):
        self.transport.write(data.upper())

    def connection_lost(self, exc):
        print("lost", exc)


class Pipe(asyncio.Transport):
    def __init__(self, protocol, answer):
        super().__init__({"peername": ("here", 1)})
        self.answer = answer
        asyncio.get_running_loop().call_soon(protocol.connection_made, self)

    def write(self, data):
        self.answer.feed_data(data)

    def is_closing(self):
        return False


async def main():
    answer = asyncio.StreamReader()
    protocol = Echo()
    pipe = Pipe(protocol, answer)
    await asyncio.sleep(0)
    protocol.data_received(b"hello\n")
    print(await answer.readline())
    pipe.writelines([b"a", b"b"])
    answer.feed_eof()
    print(await answer.read(), protocol.eof_received(), protocol.pause_writing())
    protocol.connection_lost(None)
    for name in ("close", "abort", "pause_reading", "get_protocol"):
        try:
            getattr(pipe, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    print([base.__name__ for base in asyncio.Transport.__mro__])


asyncio.run(main())
