def generator():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(f"thrown {error}")
    finally:
        print("closing", received)


g = generator()
print(next(g), g.send("a"), g.throw(ValueError("b")), next(g))
g.close()
try:
    g.send(1)
except StopIteration as stop:
    print(repr(stop))
fresh = generator()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
