def inner():
    got = yield 1
    print("inner got", got)
    try:
        yield 2
    except KeyError as error:
        print("inner caught", error)
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [10, 11]
    return "end"


g = outer()
print(next(g), g.send("x"), g.throw(KeyError("k")), list(g))


def delegate():
    return (yield from outer())


for value in (g := delegate()):
    print(value, g.gi_yieldfrom.__name__)
