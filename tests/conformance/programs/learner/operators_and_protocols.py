# Abstract shapes, money, metaclasses and every operator method a class may have.
import abc, math, copy, functools, numbers, operator, sys, weakref, enum, warnings
from abc import ABC, abstractmethod
from typing import Protocol, Self, override, final, ClassVar

warnings.simplefilter("always")


class Shape(ABC):
    _count: ClassVar[int] = 0
    registry: dict = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__.lower()] = cls

    def __new__(cls, *a, **k):
        Shape._count += 1
        return super().__new__(cls)

    @property
    @abstractmethod
    def area(self) -> float:
        "Area."

    @abstractmethod
    def scale(self, k: float) -> Self: ...
    @classmethod
    def make(cls, spec: str):
        name, *args = spec.split()
        return cls.registry[name](*map(float, args))

    @staticmethod
    def total(shapes):
        return math.fsum(s.area for s in shapes)

    def __lt__(self, o):
        return self.area < o.area if isinstance(o, Shape) else NotImplemented

    def __eq__(self, o):
        return type(self) is type(o) and vars(self) == vars(o)

    def __hash__(self):
        return hash((type(self), *vars(self).values()))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k.lstrip('_')}={v:g}' for k, v in vars(self).items())})"

    def __format__(self, spec):
        return f"{self.area:{spec}}" if spec else str(self)


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, r):
        if r <= 0:
            raise ValueError(f"radius must be positive: {r}")
        self._radius = r

    @radius.deleter
    def radius(self):
        raise AttributeError("a circle needs a radius")

    @property
    def area(self):
        return math.pi * self.radius**2

    @override
    def scale(self, k):
        return Circle(self.radius * k)


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    area = property(lambda s: s.w * s.h, doc="w*h")

    def scale(self, k):
        c = copy.copy(self)
        c.w *= k
        c.h *= k
        return c


class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s)


class Blob(Shape):
    pass


shapes = [Shape.make(s) for s in ("circle 1", "rect 2 3", "square 2")]
print(
    shapes,
    sorted(shapes, reverse=True),
    f"{shapes[0]:.3f}|{shapes[1]}|{shapes[2]:>8.1f}",
    Shape.total(shapes),
    Shape._count,
    len({*shapes, Circle(1.0)}),
    Rect(2, 3) == shapes[1],
    Square(2) == Rect(2, 2),
    max(shapes),
    min(shapes),
    Square.__mro__[1:3],
    Rect.area.__doc__,
    [s.scale(2).area for s in shapes[1:]],
)
for f in (
    lambda: Shape(),
    lambda: Blob(),
    lambda: Circle(-1),
    lambda: Circle(),
    lambda: Circle(1) < 3,
    lambda: Shape.make("hexagon 1"),
    lambda: setattr(shapes[1], "area", 3),
    lambda: delattr(shapes[0], "radius"),
    lambda: Circle(1).foo,
    lambda: Circle.radius.fget(3),
    lambda: Square(1, 2),
    lambda: shapes[0] + shapes[1],
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Money(numbers.Number):
    __slots__ = ("cents", "currency", "__weakref__")

    def __init__(self, amount, currency="EUR"):
        object.__setattr__(self, "cents", round(amount * 100))
        object.__setattr__(self, "currency", currency)

    def __setattr__(self, n, v):
        raise AttributeError(f"{type(self).__name__} is immutable")

    def _co(self, o):
        match o:
            case Money(currency=c) if c == self.currency:
                return o.cents
            case Money():
                raise ValueError(f"{self.currency} vs {o.currency}")
            case 0:
                return 0
            case _:
                return NotImplemented

    def __add__(self, o):
        c = self._co(o)
        return c if c is NotImplemented else Money((self.cents + c) / 100, self.currency)

    __radd__ = __add__

    def __mul__(self, k):
        return Money(self.cents * k / 100, self.currency) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, o):
        return self.cents / o.cents if isinstance(o, Money) else Money(self.cents / 100 / o, self.currency)

    def __neg__(self):
        return self * -1

    def __sub__(self, o):
        return self + -o

    def __bool__(self):
        return bool(self.cents)

    def __int__(self):
        return self.cents // 100

    def __float__(self):
        return self.cents / 100

    def __round__(self, n=0):
        return Money(round(self.cents / 100, n), self.currency)

    def __eq__(self, o):
        return isinstance(o, Money) and (self.cents, self.currency) == (o.cents, o.currency)

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __str__(self):
        return f"{self.cents / 100:,.2f} {self.currency}"

    def __repr__(self):
        return f"Money({self.cents / 100}, {self.currency!r})"

    def __reduce__(self):
        return Money, (self.cents / 100, self.currency)


m = Money(19.99)
n = Money(5)
print(
    m + n,
    sum([m, n, n]),
    3 * n,
    m / n,
    m / 2,
    -m,
    m - n,
    bool(m - m),
    int(m),
    float(m),
    round(m),
    m == Money(19.99),
    {m: 1}[Money(19.99)],
    copy.deepcopy(m) is m,
    copy.copy(m),
    isinstance(m, numbers.Number),
    repr(m),
    f"{m!s:>12}",
)
for f in (
    lambda: m + 1,
    lambda: 1 + m,
    lambda: m * m,
    lambda: m + Money(1, "USD"),
    lambda: setattr(m, "cents", 1),
    lambda: m < n,
    lambda: m.x,
    lambda: m // 2,
    lambda: vars(m),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, kw)
        return {}

    def __new__(m, name, bases, ns, **kw):
        ns["tags"] = sorted(kw)
        return super().__new__(m, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        print("init", name)

    def __call__(cls, *a, **k):
        if not hasattr(cls, "_one"):
            cls._one = super().__call__(*a, **k)
        return cls._one

    def __getattr__(cls, n):
        return f"<{cls.__name__}.{n}>"

    def __iter__(cls):
        return iter(cls.tags)

    def __repr__(cls):
        return f"[{cls.__name__}]"

    def __contains__(cls, x):
        return x in cls.tags

    def __add__(cls, o):
        return Meta(cls.__name__ + o.__name__, (cls, o), {})


class Single(metaclass=Meta, b=1, a=2):
    def __init__(self, v=0):
        self.v = v


class Other(metaclass=Meta):
    pass


print(
    Single(5) is Single(6),
    Single().v,
    Single.nope,
    list(Single),
    "a" in Single,
    Single,
    [Single, Other],
    (Single + Other).__mro__,
    type(Single),
)


class Vec:
    def __init__(self, *c):
        self.c = c

    def __getattr__(self, n):
        try:
            return self.c["xyz".index(n)]
        except (ValueError, IndexError):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {n!r}") from None

    def __getitem__(self, i):
        return Vec(*self.c[i]) if isinstance(i, slice) else self.c[i]

    def __matmul__(self, o):
        return sum(map(operator.mul, self.c, o.c))

    def __call__(self, f):
        return Vec(*map(f, self.c))

    def __abs__(self):
        return math.hypot(*self.c)

    def __bytes__(self):
        return bytes(self.c)

    def __iter__(self):
        yield from self.c

    def __reversed__(self):
        return iter(self.c[::-1])

    def __complex__(self):
        return complex(*self.c[:2])

    def __index__(self):
        return self.c[0]

    def __divmod__(self, k):
        return divmod(self.c[0], k)

    def __ixor__(self, o):
        self.c = tuple(a ^ b for a, b in zip(self.c, o))
        return self

    def __dir__(self):
        return ["x", "y", "zz"]

    def __del__(self):
        print("del", self.c)

    def __sizeof__(self):
        return 7

    def __contains__(self, v):
        return v in self.c

    def __length_hint__(self):
        return 3


v = Vec(3, 4)
print(
    v.x,
    v[0:1].c,
    v @ v,
    v(lambda q: q * 2).c,
    abs(v),
    bytes(v),
    list(reversed(v)),
    complex(v),
    hex(v),
    "abcd"[v],
    divmod(v, 2),
    dir(v),
    4 in v,
    *v,
    operator.length_hint(v),
    [0] * Vec(2).x,
)
v ^= [1, 1]
print(v.c, getattr(v, "q", "dflt"), hasattr(v, "z"))
try:
    v.q
except AttributeError as e:
    print(e)
ref = weakref.ref(v, lambda r: print("gone"))
w = weakref.WeakValueDictionary(k=v)
print(ref() is v, dict(w) == {"k": v})
del v
print(ref(), dict(w))


@warnings.deprecated("use new()")
def old():
    return 1


with warnings.catch_warnings(record=True) as caught:
    old()
    warnings.warn("hmm", FutureWarning, stacklevel=1)
    print([(c.category.__name__, str(c.message)) for c in caught])


class Temp:
    def __set_name__(s, o, n):
        s.n = n
        print("named", o.__name__, n)

    def __get__(s, i, o=None):
        return s if i is None else i.__dict__.get(s.n, 20.0)

    def __set__(s, i, v):
        i.__dict__[s.n] = float(v)


class Room:
    t = Temp()
    u = Temp()

    @functools.cached_property
    def exp(self):
        print("computing")
        return self.t**2

    @functools.singledispatchmethod
    def set(self, v):
        raise TypeError(f"cannot set from {type(v).__name__}")

    @set.register
    def _(self, v: int):
        self.t = v
        return self

    @set.register
    def _(self, v: str):
        return self.set(int(v))


r = Room()
print(r.t, r.set("5").t, r.exp, r.exp, vars(r), Room.t.n)
try:
    r.set([])
except TypeError as e:
    print(e)
