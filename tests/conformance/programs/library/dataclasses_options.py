from dataclasses import *
import dataclasses
from typing import ClassVar


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


@dataclass
class A:
    x: int
    y: str = "d"
    z: list = field(default_factory=list)
    c: ClassVar[int] = 3

    def m(self):
        return self.x


a = A(1)
print(a, a == A(1), a != A(2), A.__match_args__, fields(a)[0].name, [f.name for f in fields(A)], a.m())
t(lambda: A())
t(lambda: A(1, 2, 3, 4))
t(lambda: A(1, q=2))
t(lambda: hash(a))
t(lambda: a < A(2))
print(A.__doc__, asdict(a), astuple(a), replace(a, x=5), is_dataclass(A), is_dataclass(a), is_dataclass(3))


@dataclass(frozen=True, order=True)
class P:
    x: float
    y: float = 0.0


p = P(1, 2)
print(p, hash(p) == hash(P(1, 2)), p < P(2), sorted([P(3), P(1)]), p >= P(1, 2))


def s():
    p.x = 3


def d():
    del p.x


t(s)
t(d)
t(lambda: p < 3)


@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2


t(lambda: S(a=1))
t(lambda: S(1))
t(lambda: S())
print(S.__slots__, hasattr(S(a=1), "__dict__"))


def ss():
    S(a=1).q = 3


t(ss)


@dataclass
class B(A):
    w: int = field(default=0, repr=False, compare=False, metadata={"k": 1})
    v: InitVar[int] = 9

    def __post_init__(self, v):
        self.total = self.x + v


b = B(1, v=3)
print(b, b.total, fields(b)[-1].metadata, B(1, w=1) == B(1, w=2))
t(lambda: replace(b, x=2))


def bad():
    @dataclass
    class X:
        a: int = 1
        b: str


t(bad)


def bad2():
    @dataclass
    class X:
        a: list = []


t(bad2)


def bad3():
    @dataclass
    class X(P):
        q: int = 0


t(bad3)


@dataclass(eq=False, repr=False)
class N:
    x: int


print(N(1) == N(1), repr(N(1)).startswith("<__main__.N object"))


@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1


print(K(1, b=2))
t(lambda: K(1, 2))
C = make_dataclass(
    "C", [("x", int), "y", ("z", int, field(default=5))], namespace={"add": lambda self: self.x + self.z}
)
print(C(1, 2), C(1, 2).add())


@dataclass(unsafe_hash=True)
class H:
    x: int


print(hash(H(1)) == hash(H(1)))


@dataclass
class Rec:
    me: "Rec" = None


r = Rec()
r.me = r
print(r)
t(lambda: fields(3))
t(lambda: asdict(3))
t(lambda: replace(3))


@dataclass(init=False)
class I:
    x: int = 3


print(I(), I().x)
t(lambda: I(1))


@dataclass
class D:
    x: int = field(init=False, default=7)
    h: int = field(hash=False, default=1)


print(D())
t(lambda: D(x=1))
t(lambda: replace(D(), x=3))
t(lambda: field(default=1, default_factory=list))
print(asdict(A(1, z=[P(1), {"k": P(2)}])), A.__annotations__)
print(dataclasses.Field)


@dataclass
class Inh(P.__base__):
    pass


print(Inh())


@dataclass(order=True)
class V:
    sort: int = field(init=False, repr=False)
    name: str

    def __post_init__(self):
        self.sort = len(self.name)


print(sorted([V("ccc"), V("a")]))
import copy

print(copy.replace(P(1, 2), y=9))
import inspect

print(inspect.signature(A), inspect.signature(S))


class Sub(A):
    pass


print(Sub(1), Sub(1) == A(1))


@dataclass(match_args=False)
class NM:
    x: int


print(hasattr(NM, "__match_args__"))
match A(1, "q"):
    case A(x, y):
        print(x, y)


@dataclass(frozen=True)
class F2(P):
    z: int = 1


print(F2(1, 2, 3), F2.__hash__ is not None)


def bad4():
    @dataclass
    class X:
        x: int

        def __lt__(self, o):
            pass

    return dataclass(order=True)(X)


t(bad4)
