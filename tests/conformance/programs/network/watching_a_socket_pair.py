"""A pair of sockets that the loop watches: `add_reader` and `add_writer`, how often they are called, and in which
order."""
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    pairs = [socket.socketpair() for _ in range(3)]
    for near, far in pairs:
        near.setblocking(False)

    def readable(number):
        data = pairs[number][0].recv(2)
        print("reader", number, data)
        if not data:
            print("removed:", loop.remove_reader(pairs[number][0]), loop.remove_reader(pairs[number][0]))

    for number, (near, far) in enumerate(pairs):
        loop.add_reader(near, readable, number)
    pairs[2][1].send(b"zz")
    pairs[0][1].send(b"aabb")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("now the second")
    pairs[1][1].send(b"mm")
    pairs[0][1].send(b"cc")
    await asyncio.sleep(0.01)
    for near, far in pairs:
        far.close()
    await asyncio.sleep(0.01)

    near, far = socket.socketpair()
    count = 0

    def writable():
        nonlocal count
        count += 1
        if count == 3:
            print("writable three times", loop.remove_writer(near))

    loop.add_writer(near.fileno(), writable)
    loop.add_reader(near, print, "replaced")
    loop.add_reader(near, print, "reads")
    await asyncio.sleep(0.01)
    far.send(b"x")
    done = loop.create_future()
    loop.add_reader(near, lambda: (near.recv(1), done.set_result("read")))
    print(await done, loop.remove_reader(near), loop.remove_writer(near))
    for wrong in (None, -1, "file", near.fileno() + 50):
        try:
            loop.add_reader(wrong, print)
        except (ValueError, OSError) as exc:
            print(type(exc).__name__, exc)
    near.close()
    far.close()
    for pair in pairs:
        pair[0].close()


asyncio.run(main())
