"""`types.SimpleNamespace` that holds itself, its arguments, and views of mappings from `types.MappingProxyType`."""
import operator
from types import FunctionType, MappingProxyType, SimpleNamespace


def tell(function):
    try:
        print(function())
    except (TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


one = SimpleNamespace(name="one")
one.itself = one
two = SimpleNamespace(other=SimpleNamespace(back=None))
two.other.back = two
print(one, two)
tell(lambda: SimpleNamespace({"a": 1}, b=2))
tell(lambda: SimpleNamespace([("a", 3)], self=4))
tell(lambda: SimpleNamespace({1: 1}))
tell(lambda: SimpleNamespace({}, {}))

settings = MappingProxyType({"depth": 3, "color": "red"})
print({"color": "blue"} | settings, settings | {"width": 1}, list(reversed(settings)))
tell(lambda: hash(settings))
tell(lambda: operator.setitem(settings, "a", 1))


def change():
    view = settings
    view |= {"a": 1}


tell(change)


def area(width, height=2, *, scale=1):
    "The area."
    return width * height * scale * UNIT


UNIT = 1
tripled = FunctionType(area.__code__, {"UNIT": 3}, "tripled", (10,), None, {"scale": 2})
print(tripled(1), tripled.__name__, tripled.__qualname__, tripled.__doc__, tripled.__defaults__)


def adder(n):
    def add(x):
        return x + n
    return add


again = FunctionType(adder(5).__code__, globals(), closure=adder(7).__closure__)
print(again(1), again.__name__, again.__module__)
tell(lambda: FunctionType(again.__code__, {}))
tell(lambda: FunctionType(again.__code__, {}, closure=()))
tell(lambda: FunctionType("code", {}))
tell(lambda: FunctionType(area.__code__, []))
tell(lambda: FunctionType(area.__code__, {}, 5))
