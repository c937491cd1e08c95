# What may stand in the brackets of a class, and what the errors say.
import math
import os


def function():
    pass


class Parent:
    def __init__(self, name="parent"):
        self.name = name


class Slotted:
    __slots__ = ("left",)


class Other:
    __slots__ = ("right",)


class Plain(Slotted):
    pass


class Further(Slotted):
    __slots__ = ("further",)


BASES = {
    "a number": (5,),
    "a text": ("text",),
    "a module": (os,),
    "a function": (function,),
    "an instance": (Parent(),),
    "None": (None,),
    "a list": ([1],),
    "two of slots": (Slotted, Other),
    "slots and below": (Plain, Slotted),
    "slots twice below": (Further, Plain),
    "slots and list": (list, Slotted),
    "the same": (Parent, Parent),
    "an order that cannot be": (Slotted, Further),
    "bool": (bool,),
    "NotImplemented": (NotImplemented,),
    "code": (function.__code__,),
    "an iterator": (iter([]),),
    "an object": (object(),),
}
for title, bases in BASES.items():
    try:
        class Made(*bases):
            print("body of", title)
        print("made", Made.__mro__[1:])
    except TypeError as error:
        print(title, "->", error)

for base in (int, tuple, bytes, type, float, str, list):
    try:
        class Made(base):
            __slots__ = ("extra",)
        print(base.__name__, "takes slots")
    except TypeError as error:
        print(error)


class Holder:
    @property
    def value(self):
        return 1


for text in (
    "del Holder()[0]", "del Holder()['a']", "del (1, 2)[0]", "del (1, 2)['a']", "del 5[0]", "del Holder()[1:2]",
    "Holder.value.fget = None", "del Holder().missing", "del int.real", "del math.missing",
    "type(function)(1)", "type(None)(1)", "type(...)(1)", "type(iter([]))()", "Parent()()",
):
    try:
        exec(text)
    except (TypeError, AttributeError) as error:
        print(text, "|", error, "|", getattr(error, "name", "-"))
