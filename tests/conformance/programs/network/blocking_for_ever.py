"""Calls that block where nobody could ever end that; what ends by itself is waited for."""
import asyncio
import socket
import time


def tried(function, *args):
    try:
        return function(*args)
    except RuntimeError as exc:
        return exc


near, far = socket.socketpair()
print(tried(near.recv, 1))
near.send(b"x")
print(far.recv(1))
near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 3000)
print(tried(near.sendall, bytes(10_000)))
listener = socket.create_server(("127.0.0.1", 9000), backlog=0)
print(tried(listener.accept))
one, two = socket.socket(), socket.socket()
one.connect(("127.0.0.1", 9000))
two.settimeout(2)
try:
    two.connect(("127.0.0.1", 9000))
except TimeoutError as exc:
    print(exc, time.monotonic() >= 2)
listener.accept()[0].close()
print(tried(one.recv, 1), two.connect_ex(("127.0.0.1", 9000)))


async def main():
    print(tried(far.recv, 20_000) == bytes(6000), tried(far.recv, 1))


asyncio.run(main())
for sock in (near, far, listener, one, two):
    sock.close()
