"""How deep a recursion may go through a cache, `sorted`, `max`, `reduce` and `partial`, which are no frames of Python."""
import functools
import sys


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@functools.lru_cache(maxsize=None)
def total(n):
    return n and n + total(n - 1)


def by_key(n):
    return sorted([n], key=lambda m: by_key(m - 1) and 1 if m else 1)


def deepest(n):
    return max([n], key=lambda m: deepest(m - 1) if m else 0)


def reduced(n):
    return functools.reduce(lambda a, b: a + reduced(b), [n - 1], 1) if n else 0


def partially(n):
    return functools.partial(partially, n - 1)() + 1 if n else 0


def plain(n):
    return plain(n - 1) + 1 if n else 0


print(fibonacci(300), fibonacci(500) % 10 ** 9, total(900), by_key(400), deepest(400), reduced(400), partially(900))
fibonacci.cache_clear()
for function, deep in ((fibonacci, 1200), (total, 2000), (by_key, 600), (deepest, 600), (reduced, 600), (partially, 1100),
                       (plain, 1100)):
    try:
        print(function.__name__, function(deep) is not None)
    except RecursionError as error:
        print(function.__name__, error)
sys.setrecursionlimit(3000)
print(total(2000), plain(2500), fibonacci(1200) % 1000)


class Joined(list):
    def __add__(self, other):
        return Joined(super().__add__(other))


print(Joined([1]) + [2])
for wrong in (5, (1,), None):
    try:
        print(Joined([1]) + wrong)
    except TypeError as error:
        print(error)
for text in ("'a'.__add__(5)", "().__add__([])", "b'a'.__add__('b')", "[].__add__('x')", "bytearray().__add__(1)"):
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, "|", error)
