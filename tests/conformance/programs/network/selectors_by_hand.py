"""A server with a selector of its own and no event loop, and `select.select`."""
import select
import selectors
import socket
import time

selector = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 6000))
listener.setblocking(False)


def accept(sock, mask):
    conn, address = sock.accept()
    conn.setblocking(False)
    print("accepted", address)
    selector.register(conn, selectors.EVENT_READ, answer)


def answer(sock, mask):
    data = sock.recv(100)
    if data:
        sock.send(data.upper())
    else:
        print("closing", sock.getpeername())
        selector.unregister(sock)
        sock.close()


def turn(times):
    for _ in range(times):
        for key, mask in selector.select(0):
            key.data(key.fileobj, mask)


key = selector.register(listener, selectors.EVENT_READ, accept)
print(key.fd == listener.fileno(), key.events, len(selector.get_map()), selector.get_key(listener) is key)
clients = [socket.create_connection(("127.0.0.1", 6000)) for _ in range(2)]
turn(2)
for number, client in enumerate(clients):
    client.send(b"word %d" % number)
turn(1)
print([client.recv(100) for client in clients], len(selector.get_map()))
clients[0].close()
turn(1)
print(len(selector.get_map()), selector.select(1.5), time.monotonic() >= 1.5)
for wrong in (lambda: selector.register(listener, 1), lambda: selector.register(listener, 0),
              lambda: selector.unregister(clients[1]), lambda: selector.register("x", 1),
              lambda: selector.modify(clients[1], 1)):
    try:
        wrong()
    except (KeyError, ValueError) as exc:
        print(type(exc).__name__, str(exc).split("<")[0])
print(selector.modify(listener, selectors.EVENT_READ, "other").data, list(selector.get_map()) == [listener.fileno(), 8])
selector.close()
print(selector.get_map())

near, far = socket.socketpair()
print(select.select([near, far], [near], [], 0) == ([], [near], []), select.select([near], [], [], 0.25))
far.send(b"x")
print(select.select([near], [], []) == ([near], [], []))
poll = select.poll()
poll.register(near, select.POLLIN)
print(poll.poll(0) == [(near.fileno(), select.POLLIN)])
epoll = select.epoll()
epoll.register(near.fileno(), select.EPOLLIN | select.EPOLLOUT)
print(epoll.poll(0) == [(near.fileno(), 5)], near.recv(1), epoll.poll(0) == [(near.fileno(), 4)])
far.close()
print(epoll.poll(0)[0][1] & select.EPOLLHUP == select.EPOLLHUP, round(time.monotonic(), 2))
epoll.close()
with selectors.SelectSelector() as chosen:
    chosen.register(near, selectors.EVENT_READ | selectors.EVENT_WRITE)
    print([mask for key, mask in chosen.select()])
