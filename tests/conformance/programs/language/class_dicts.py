"""What a class has in its own dict, and which objects can be referred to weakly."""
import weakref


class Plain:
    pass


class Child(Plain):
    __slots__ = ()


class Slotted:
    __slots__ = ("a",)


class Weakly:
    __slots__ = ("a", "__weakref__")


class Failure(Exception):
    pass


class Number(int):
    pass


class Documented:
    """Says what it is."""

    def __init__(self):
        self.z = self.b = 1
        self.a, self.y = 2, 3

    async def later(self):
        self.B = 4


for cls in (Plain, Child, Slotted, Weakly, Failure, Number):
    print({name: value for name, value in vars(cls).items() if name != "__firstlineno__"})
print(list(vars(Documented)), Documented.__static_attributes__)
for made in (Plain(), Child(), Slotted(), Weakly(), Failure(), Number(), 1, "a", (), [], {}, None, object(), set()):
    try:
        weakref.ref(made)
        print(type(made).__name__, "can")
    except TypeError as error:
        print(error)
one = Plain()
first = weakref.ref(one)
print(first is weakref.ref(one), one.__weakref__ is first, weakref.getweakrefcount(one))
second = weakref.ref(one, print)
print(weakref.getweakrefs(one) == [first, second], first == second, first is second)
del second
print(weakref.getweakrefcount(one), Weakly().__weakref__, hasattr(Slotted(), "__weakref__"))
