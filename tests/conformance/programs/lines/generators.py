def simple():
    yield 1
    yield (
        2
    )


def delegating():
    result = yield from simple()
    try:
        got = yield 3
    finally:
        print("finally")


for value in simple():
    pass
g = delegating()
next(g)
g.send(None)
next(g)
g.throw
try:
    g.throw(ValueError)
except ValueError:
    pass
h = simple()
next(h)
h.close()
h = delegating()
list(zip(h, [1, 2, 3, 4]))
