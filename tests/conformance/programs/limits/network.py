"""What the network inside the machine has not: the modules of protocols, and what transports log."""

import asyncio
import logging


class Count(logging.Handler):
    seen = 0

    def emit(self, record):
        Count.seen += "_SelectorSocketTransport" in record.getMessage()


def is_there(name):
    try:
        __import__(name)
    except ModuleNotFoundError:
        return False
    return True


async def main():
    print("socketserver", is_there("socketserver"))
    print("http.client", is_there("http.client"))
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 8888)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
        print("logged", Count.seen > 0)
        writer.close()
        await writer.wait_closed()


log = logging.getLogger("asyncio")
log.setLevel(logging.DEBUG)
log.addHandler(Count())
log.propagate = False
asyncio.run(main(), debug=True)
