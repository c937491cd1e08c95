"""In which order objects die that go together: attributes, items, arguments and locals, what each of them leaves behind, and
the callbacks of weak references, which come between an object's own end and that of its attributes."""
import sys
import weakref


class Thing:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = list(parts)
        self.first = parts[0] if parts else None

    def __del__(self):
        print(f"  {self.name} is gone")


class Box:
    def __init__(self, **things):
        self.__dict__.update(things)


class Slotted:
    __slots__ = ("left", "right", "__weakref__")


def told(name):
    return lambda reference: print(f"  {name} told, {reference()}")


def local_ones(argument, *rest):
    first, second = Thing("first local"), Thing("second local")
    print("  leaving")


def walking(name):
    here = Thing(f"local of {name}")
    try:
        yield here.name
        yield "never"
    finally:
        print(f"  {name} closes")


print("attributes")
box = Box(a=Thing("a", Thing("in a")), b=Thing("b"), c=Thing("c"))
del box
print("callbacks of weak references")
whole = Thing("whole", Thing("part one", Thing("grain")), Thing("part two"))
watched = [weakref.ref(whole, told("early")), weakref.ref(whole, told("late")), weakref.ref(whole.parts[0], told("part"))]
weakref.finalize(whole, print, "  finalized")
del whole
box = Box(inner=Thing("inner"))
watched = [weakref.ref(box, told("box")), weakref.ref(box.inner, told("inner"))]
box = None
pair = Slotted()
pair.left, pair.right = Thing("left"), Thing("right")
watched = weakref.ref(pair, told("pair"))
del pair
print("sequences")
things = [Thing(1), Thing(2, Thing(20)), Thing(3)]
things.clear()
things = [Thing(n) for n in range(5)]
things[1:3] = [Thing("new")]
del things[:2]
things = things, (Thing("x"), Thing("y"))
del things
print("dicts")
table = {n: Thing(n) for n in range(3)}
table.update({0: Thing("other 0"), 1: Thing("other 1")})
table.clear()
table = {Thing("key one"): Thing("value one"), Thing("key two"): Thing("value two")}
table = None
print("calls")
local_ones(Thing("argument"), Thing("rest one"), Thing("rest two"))
print("generators")
left, right = walking("left"), walking("right")
print(next(left), next(right))
both = [left, right]
del left, right
both = None
print("containers in containers")
boxes = [Box(a=Thing("1a"), b=Thing("1b")), Box(a=Thing("2a"), b=Thing("2b"))]
boxes = None
Thing("top", Thing("k1", Thing("k11"), Thing("k12")), Thing("k2"))


class Late:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("finalizing:", sys.is_finalizing())


Late()
last = Late()
print("finalizing yet:", sys.is_finalizing())
