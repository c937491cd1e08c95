def avg():
    total = n = 0
    a = None
    while True:
        try:
            x = yield a
        except ValueError as e:
            print("reset", e)
            total = n = 0
            continue
        if x is None:
            return a
        total += x
        n += 1
        a = total / n


def outer():
    while True:
        r = yield from avg()
        print("sub returned", r)


g = outer()
next(g)
print(g.send(10), g.send(20))
g.throw(ValueError("go"))
print(g.send(4))
print(g.send(None))
try:
    g.throw(KeyError("x"))
except KeyError as e:
    print("out", e)
print(list(g))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(*tree(3))


def closer():
    try:
        yield 1
    finally:
        print("closing")


c = closer()
next(c)
c.close()
c.close()


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def r():
    return (yield)


x = r()
next(x)
try:
    x.send(5)
except StopIteration as e:
    print(e.value)


def si():
    raise StopIteration(3)
    yield


try:
    next(si())
except RuntimeError as e:
    print(e, repr(e.__cause__))
import itertools as it


def primes():
    found = []
    for n in it.count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(it.islice(primes(), 10)), list(it.takewhile(lambda p: p < 20, primes())))
w = (x * y for x in range(3) for y in "ab" if x)
print(next(w), w.gi_running, list(w))


def f():
    try:
        return 1
    finally:
        print("fin")


print(f(), [*map(lambda a, b: a + b, [1, 2], [3, 4])], list(zip("ab", [1, 2], strict=True)))
a, *b, c = range(5)
print(a, b, c)
[*d], e = [1, 2], 3
print(d, e)
print(f"{a!r:>5}|{b=}|{c:=+5d}|{3.14159:.2f}|{'x':*^5}|{1000000:_}|{255:#x}|{0.5:%}|{f'{a}{f"{b}"}'}")
match {"k": [1, 2, {"z": 3}]}:
    case {"k": [int(p), *_, {"z": q}], **rest}:
        print(p, q, rest)


class P:
    __match_args__ = ("x", "y")

    def __init__(s, x, y):
        s.x, s.y = x, y


match P(1, 2):
    case P(0, _):
        print("no")
    case P(1 as one, 2 | 3):
        print("yes", one)
