"""Sockets without an event loop: what does not block, what waits for a time, errors and texts."""
import socket
import time


def tried(function, *args):
    try:
        return function(*args)
    except Exception as exc:
        return f"{type(exc).__name__}: {exc}"


listener = socket.socket()
print(listener, listener.getsockname(), listener.gettimeout(), listener.getblocking())
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 5000))
print(tried(listener.accept))
listener.listen()
client = socket.create_connection(("127.0.0.1", 5000))
conn, address = listener.accept()
print(conn, address == client.getsockname(), conn.gettimeout())
print(client.send(b"hello"), conn.recv(2), conn.recv(100, socket.MSG_PEEK), conn.recv(100))
conn.settimeout(1.5)
print(tried(conn.recv, 1), time.monotonic() > 1.5, conn.timeout)
conn.setblocking(False)
print(tried(conn.recv, 1))
buffer = bytearray(4)
client.sendall(b"abcdef")
print(conn.recv_into(buffer), buffer, conn.recv_into(memoryview(buffer)[1:], 1), buffer, conn.recvfrom(9))
client.shutdown(socket.SHUT_WR)
print(conn.recv(1), tried(client.send, b"x"), conn.send(b"still"), client.recv(9))
conn.close()
print(client.recv(1), tried(conn.send, b"x"), conn, conn.fileno(), tried(client.getpeername))
client.close()
print(tried(socket.create_connection, ("127.0.0.1", 5001)), tried(socket.socket().connect_ex, ("127.0.0.1", 5000)))
other = socket.socket()
print(tried(other.bind, ("127.0.0.1", 5000)), tried(other.bind, ("1.2.3.4", 0)), tried(other.recv, 1),
      tried(other.send, b"x"), tried(other.getpeername), tried(other.listen, 0) is None)
for address in ("127.0.0.1", ("127.0.0.1",), ("127.0.0.1", "80"), ("127.0.0.1", 99999), ("nowhere.example", 1), None):
    print(tried(other.connect, address))
print(tried(socket.socket, 99), tried(socket.socket, socket.AF_INET, 9), tried(other.setsockopt, 1, 2, "x"))
with socket.socket(type=socket.SOCK_DGRAM) as one, socket.socket(type=socket.SOCK_DGRAM) as two:
    one.bind(("127.0.0.1", 5002))
    two.sendto(b"datagram", ("127.0.0.1", 5002))
    print(one.recvfrom(4), one, tried(two.send, b"x"), tried(two.sendto, bytes(70_000), ("127.0.0.1", 5002)))
one, two = socket.socketpair()
one.send(b"unread")
two.close()
print(tried(one.send, b"x"), tried(one.recv, 1), one.recv(1))
fd = one.detach()
again = socket.socket(fileno=fd)
print(one.fileno(), again.family, again.type, again.type is socket.SOCK_STREAM, again.detach() == fd)
print(repr(socket.AF_INET), socket.SOCK_DGRAM.name, socket.gethostname() == socket.getfqdn(), socket.has_ipv6)
print(socket.getaddrinfo("localhost", 80, proto=socket.IPPROTO_TCP), tried(socket.getaddrinfo, "nowhere.example", 80))
print(socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x7f\0\0\1"), tried(socket.inet_aton, "x"),
      socket.inet_pton(socket.AF_INET6, "::1")[-2:], tried(socket.inet_pton, socket.AF_INET, "1.2.3"))
print(socket.inet_ntop(socket.AF_INET6, bytes(range(16))), socket.htons(80), socket.timeout, socket.error)
