import asyncio
import math


class Thing:
    def __init__(self):
        self.value = 1

    def method(self):
        pass


class Slotted:
    __slots__ = ("only",)


thing = Thing()


def try_all(*actions):
    for action in actions:
        try:
            action()
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, "|", error)


def store(target, name, value):
    setattr(target, name, value)


try_all(
    lambda: thing.vaule, lambda: Thing.nothing, lambda: None.upper(), lambda: (1).foo, lambda: "x".push(1),
    lambda: [].length, lambda: math.squareroot, lambda: asyncio.gathr, lambda: thing.method.nope,
    lambda: (lambda: 1).x, lambda: {}.key, lambda: Slotted().only, lambda: store(Slotted(), "other", 1),
    lambda: store(5, "x", 1), lambda: store("text", "x", 1), lambda: store(None, "x", 1),
    lambda: delattr(thing, "gone"), lambda: store(int, "x", 1), lambda: thing.value.real.imag.nothing,
    lambda: getattr(thing, 5), lambda: super(Thing, thing).method(), lambda: type("T", (), {}).missing,
    lambda: (i for i in []).nope, lambda: range(3).nope, lambda: print.nope, lambda: object().x,
)
