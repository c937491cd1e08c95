from enum import *
import enum


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    def m(self):
        return self.value


print(
    C.RED,
    repr(C.RED),
    C.RED.name,
    C.RED.value,
    C(1),
    C["GREEN"],
    list(C),
    len(C),
    C.CRIMSON is C.RED,
    C.__members__,
    C.RED.nice,
    C.GREEN.m(),
    C.RED in C,
    1 in C,
    5 in C,
)
t(lambda: C(9))
t(lambda: C["X"])
t(lambda: C.X)
t(lambda: C.RED < C.GREEN)
t(lambda: C.RED == 1)
t(lambda: C("x"))


def st():
    C.RED = 3


t(st)


def st2():
    C.RED.value = 3


t(st2)


def st3():
    del C.RED


t(st3)
print(
    hash(C.RED) == hash(C.RED),
    type(C.RED),
    C.RED.__class__,
    f"{C.RED}",
    "%s" % C.RED,
    f"{C.RED!r:>20}",
    dir(C.RED)[-3:],
    C,
)


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()


print([a.value for a in A])


class I(IntEnum):
    LOW = 1
    HIGH = 5


print(
    I.LOW,
    repr(I.LOW),
    I.LOW < I.HIGH,
    I.LOW + 1,
    sorted([I.HIGH, I.LOW]),
    I.LOW == 1,
    f"{I.LOW}",
    f"{I.LOW:>3}",
    "%d" % I.LOW,
    int(I.HIGH),
    [10, 20][I.LOW],
    I(5),
    str(I.LOW),
)


class S(StrEnum):
    A = auto()
    BEE = auto()
    C = "see"


print(S.A, repr(S.A), S.BEE.value, S.C == "see", S("see"), f"{S.A}", S.A.upper(), "a" in S)


class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(
    F.R | F.W,
    repr(F.R | F.X),
    F.RW,
    repr(F.RW),
    F(0),
    repr(F(0)),
    F.R in F.RW,
    list(F.RW),
    ~F.R,
    F.RW & F.W,
    F.R ^ F.RW,
    bool(F(0)),
    F.RW.value,
    F(3),
    len(F),
    list(F),
    len(F.RW),
)
t(lambda: F(8))
t(lambda: F.R | 1)
print(F["R"], F.RW.name, (F.R | F.X).name)


class IF(IntFlag):
    A = 1
    B = 2


print(IF.A | IF.B, repr(IF.A | IF.B), IF(7), repr(IF(7)), IF.A + 1, IF.A | 4, IF(3) == 3, ~IF.A, repr(~IF.A))


@unique
class U(Enum):
    A = 1
    B = 2


def bad():
    @unique
    class Z(Enum):
        A = 1
        B = 1


t(bad)


class M(Enum):
    A = 1
    B = 2

    @classmethod
    def _missing_(cls, v):
        return cls.A if v == "x" else None


print(M("x"))
t(lambda: M("y"))


class P(Enum):
    E = (3.3, 6.3)
    M = (4.8, 6.0)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def g(self):
        return round(self.mass / self.radius, 3)


print(P.E, P.E.g, P.E.value, repr(P.E))


class N(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower()

    A = auto()
    B = auto()


print([n.value for n in N])
Fn = Enum("Fn", "A B C")
print(list(Fn), Fn.A.value, Fn)
Fn2 = Enum("Fn2", {"A": 10})
print(Fn2.A, repr(Fn2.A))
Fn3 = IntEnum("Fn3", ["X", "Y"], start=5)
print(list(Fn3))


def ext():
    class D(C):
        pass


t(ext)


class Base(Enum):
    def hi(self):
        return "hi " + self.name


class Der(Base):
    A = 1


print(Der.A.hi(), isinstance(Der.A, Base), issubclass(Der, Enum))


class W(Enum):
    A = 1
    B = member(2)
    f = nonmember(3)

    def g(self):
        pass


print(list(W), W.f)


class O(Enum):
    A = "a"

    def __str__(self):
        return self.value


print(O.A, f"{O.A}", repr(O.A), [O.A], {O.A: 1})


class mixed(str, Enum):
    A = "x"


print(mixed.A, repr(mixed.A), f"{mixed.A}", mixed.A == "x", mixed.A.upper(), "%s" % mixed.A, mixed.A + "y")


class Ord(Enum):
    A = 1
    B = 2

    def __lt__(self, o):
        return self.value < o.value


print(sorted([Ord.B, Ord.A]), max(Ord, key=lambda o: o.value))
match C.RED:
    case C.RED:
        print("matched")


def dup():
    class Q(Enum):
        A = 1
        A = 2


t(dup)
print(
    C.__doc__,
    enum.EnumType,
    type(C),
    C.__name__,
    C.__module__,
    C.RED._value_,
    C.RED._name_,
    C._member_names_,
    C._value2member_map_,
)
import json

print(json.dumps({"a": I.LOW, "b": S.A}), [x for x in reversed(C)], isinstance(1, C))


class Verb(Flag, boundary=CONFORM):
    A = 1
    B = 2


print(Verb(7))
print(verify(UNIQUE)(U), F.R.bit_count() if hasattr(F.R, "bit_count") else "")


class Fl(Flag):
    A = 1
    C = 4


t(lambda: Fl(2))
print(C.RED.__eq__(C.RED), {C.RED, C.CRIMSON})
import copy, pickle

print(copy.copy(C.RED) is C.RED, copy.deepcopy([C.RED])[0] is C.RED)
print(
    enum.global_enum_repr if False else "",
    I.LOW.__repr__(),
    I.LOW.bit_length(),
    C.RED.__hash__() == hash("RED"),
    isinstance(I.LOW, int),
    I["LOW"],
    I._member_map_,
)
t(lambda: C())
t(lambda: C.RED())
t(lambda: C.RED.GREEN)
