# A reader that the script feeds itself.
import asyncio


async def feed(reader):
    for piece in (b"first li", b"ne\nsecond\n", b"0123456789", b"tail"):
        await asyncio.sleep(1)
        reader.feed_data(piece)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(feed(reader))
    print(reader, reader.at_eof())
    print(await reader.readline(), await reader.readline())
    print(await reader.readexactly(4), await reader.read(3), reader)
    print(await reader.readuntil(b"9"))
    try:
        await reader.readexactly(9)
    except asyncio.IncompleteReadError as error:
        print(repr(error), error.partial, error.expected)
    print(await reader.read(), await reader.readline(), reader.at_eof(), reader)
    await task

    short = asyncio.StreamReader(limit=4)
    short.feed_data(b"abcdefgh\nij\n")
    print(short)
    try:
        await short.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print(repr(error), error.consumed)
    try:
        await short.readline()
    except ValueError as error:
        print(error)
    print(await short.readline())

    lines = asyncio.StreamReader()
    lines.feed_data(b"a\nbb\nccc")
    lines.feed_eof()
    async for line in lines:
        print(line)

    twice = asyncio.StreamReader()
    one = asyncio.create_task(twice.read(1))
    await asyncio.sleep(0)
    try:
        await twice.read(1)
    except RuntimeError as error:
        print(error)
    twice.set_exception(ConnectionResetError("gone"))
    print(await asyncio.gather(one, return_exceptions=True), twice.exception())
    for size in (0, -1):
        try:
            asyncio.StreamReader(limit=size)
        except ValueError as error:
            print(error)


asyncio.run(main())
