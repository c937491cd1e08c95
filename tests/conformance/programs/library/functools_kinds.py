from functools import *
import functools


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


@lru_cache(maxsize=2)
def f(x, y=1):
    print("calc", x, y)
    return x + y


f(1)
f(1)
f(2)
f(3)
f(1)
print(f.cache_info(), f.cache_parameters(), f.__wrapped__(9))
f.cache_clear()
print(f.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
t(lambda: f([1]))
t(lambda: lru_cache(maxsize="x"))


@lru_cache
def g(x):
    return x


g(1)
g(1.0)
g(True)
print(g.cache_info())
g2 = lru_cache(typed=True)(lambda x: x)
g2(1)
g2(1.0)
print(g2.cache_info())
p = partial(int, base=2)
print(p("101"), p, p.func, p.args, p.keywords, partial(print, 1, 2, sep="-")(3))
pp = partial(partial(print, 1), 2)
print(pp.args)
t(lambda: partial())
t(lambda: partial(3))
t(lambda: p("9"))
from functools import Placeholder

print(partial(pow, Placeholder, 2)(5), Placeholder)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5))
t(lambda: reduce(lambda a, b: a, []))
print(reduce(lambda a, b: a + b, ["a", "b"], initial="z"))


class C:
    n = 0

    @cached_property
    def v(self):
        "doc"
        C.n += 1
        return C.n

    @partialmethod
    def bad(self):
        pass

    def m(self, a, b):
        return a, b

    pm = partialmethod(m, 1)


c = C()
print(c.v, c.v, c.__dict__, C.v.__doc__, c.pm(2))
del c.v
print(c.v)
c.v = 10
print(c.v)


@total_ordering
class V:
    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v

    def __lt__(s, o):
        return s.v < o.v


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))
t(lambda: total_ordering(type("X", (), {})))


@singledispatch
def show(x):
    return f"obj {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list {len(x)}"


@show.register
def _(x: float | None):
    return f"fn {x}"


print(show(1), show("s"), show([1]), show(True), show(2.5), show(None), show.dispatch(bool)(1), list(show.registry))
t(lambda: show())
t(lambda: show.register(3))


class D:
    @singledispatchmethod
    def go(self, x):
        return "any"

    @go.register
    def _(self, x: int):
        return "int"

    @singledispatchmethod
    @classmethod
    def cl(cls, x):
        return "c-any"

    @cl.register
    @classmethod
    def _(cls, x: str):
        return "c-str"


print(D().go(1), D().go("x"), D.cl("s"), D.cl(1))


def deco(fn):
    @wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return fn(*a, **k)

    return inner


@deco
def orig(a: int) -> str:
    "orig doc"
    return a


orig.__dict__
print(
    orig.__name__,
    orig.__doc__,
    orig.__wrapped__.__name__,
    orig.__annotations__,
    orig.__qualname__,
    WRAPPER_ASSIGNMENTS,
    WRAPPER_UPDATES,
)
print(
    sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)),
    cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2) if False else "",
)
import inspect

print(inspect.signature(orig), inspect.signature(f))


class S:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


t(lambda: S().x)
print(show.register, functools.update_wrapper(lambda: 1, orig).__name__) if False else None


class M:
    @lru_cache
    def me(self, x):
        return x


print(M().me(3), M.me.cache_info())
