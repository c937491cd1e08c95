"""Streams over sockets that the script has made itself; the loop's own ways to read and write a socket."""
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=near)
    loop.call_later(0.5, far.send, b"line\nrest")
    print(await reader.readline(), loop.time() > 0.5)
    print(await reader.read(100))
    writer.write(b"answer")
    print(far.recv(100))
    try:
        loop.add_reader(near, print)
    except RuntimeError as exc:
        print(exc)
    writer.close()
    await writer.wait_closed()
    print(far.recv(1), near.fileno())
    far.close()

    near, far = socket.socketpair()
    near.setblocking(False)
    far.setblocking(False)

    async def answer():
        print("got", await loop.sock_recv(far, 100))
        buffer = bytearray(8)
        count = await loop.sock_recv_into(far, buffer)
        print("got", count, bytes(buffer))
        await loop.sock_sendall(far, b"thanks")

    task = asyncio.create_task(answer())
    await asyncio.sleep(0.1)
    await loop.sock_sendall(near, b"first")
    await asyncio.sleep(0.1)
    await loop.sock_sendall(near, b"second")
    print(await loop.sock_recv(near, 3), await loop.sock_recv(near, 30))
    await task
    waiting = asyncio.create_task(loop.sock_recv(near, 1))
    await asyncio.sleep(0)
    waiting.cancel()
    print(await asyncio.gather(waiting, return_exceptions=True))
    try:
        async with asyncio.timeout(1):
            await loop.sock_recv(near, 1)
    except TimeoutError:
        print("nothing came")
    far.close()
    print(await loop.sock_recv(near, 1))
    near.close()


asyncio.run(main())
