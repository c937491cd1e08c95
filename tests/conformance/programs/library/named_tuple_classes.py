from typing import NamedTuple, Generic, TypeVar
T = TypeVar("T")
class P(NamedTuple, Generic[T]):
    "doc"
    x: T
    y: list[T] = []
    def m(self): return self.x
print(P(1), P[int](1, [2]), P.__mro__, P.__bases__, P(3).m(), P.__doc__)
class Q[U](NamedTuple):
    u: U
print(Q(3), Q[int], Q.__mro__, Q.__type_params__)
class E(NamedTuple):
    """Employee."""
    name: str
    id: int = 3
    @property
    def up(self): return self.name.upper()
    @classmethod
    def mk(cls, s): return cls(*s.split())
    def __str__(self): return f"E:{self.name}"
e = E("bob"); print(e, repr(e), e.up, E.mk("a 1"), E.__doc__, E.__annotations__, E._field_defaults, e._replace(id=9), E._make(["z", 0]), E.__new__.__defaults__)
n, i = e; print(n, i, e[0], e == ("bob", 3), hash(e) == hash(("bob", 3)), len(e), e.index(3), e.count(3), e < E("c"))
try: e.name = "x"
except AttributeError as err: print(err)
try: E()
except TypeError as err: print(err)
try: E("a", 1, 2)
except TypeError as err: print(err)
try: E(nam="a")
except TypeError as err: print(err)
for src in ("class A(NamedTuple):\n x: int = 1\n y: int", "class A(NamedTuple):\n x: int = 1\n z: int = 1\n y: int", "class A(NamedTuple):\n def __init__(self): pass", "class A(NamedTuple, dict): x: int", "class A(NamedTuple):\n _x: int", "class A(NamedTuple):\n def f(self): super()"):
    try: exec(src)
    except Exception as err: print(type(err).__name__, err)
D = NamedTuple("D", [("a", int), ("b", "str")]); print(D(1, "x"), D.__annotations__, D.__module__, D.__name__)
match e:
    case E(name=nm, id=3): print(nm)
match e:
    case E(a, b): print(a, b)
class Sub(E):
    def extra(self): return super().up
print(Sub("q").extra(), Sub("q"), Sub("q")._replace(name="w"), Sub.__mro__)
print(E.name, E.name.__doc__, type(E.name), NamedTuple.__name__)
