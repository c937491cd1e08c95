import asyncio

async def serve(reader, writer):
    while line := await reader.readline():
        print("server heard", line.decode().strip())
        writer.write(line.upper())
        await writer.drain()
    writer.close()

async def call(name, words):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for word in words:
        writer.write(f"{name}: {word}\n".encode())
        print("answer:", (await reader.readline()).decode().strip())
        await asyncio.sleep(0.5)
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    async with server:
        ann = call("ann", ["hello", "bye"])
        await asyncio.gather(ann, call("bob", ["hi"]))
    print("nobody is left")

asyncio.run(main())
