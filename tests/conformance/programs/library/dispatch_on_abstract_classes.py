# Which function `singledispatch` takes where several registered classes fit: the nearest in an order that the
# abstract classes are woven into, and an error where two are equally near.
import collections
import fractions
import numbers
from collections.abc import Container, Hashable, Iterable, Mapping, MutableMapping, MutableSequence, Sequence, Set, Sized
from functools import singledispatch


@singledispatch
def describe(value):
    return "an object"


for kind, text in [
    (Sized, "sized"),
    (MutableMapping, "a mapping that changes"),
    (Mapping, "a mapping"),
    (MutableSequence, "a sequence that changes"),
    (Sequence, "a sequence"),
    (Set, "a set"),
]:
    describe.register(kind, lambda value, text=text: text)

for value in ({}, [], (), "text", b"", range(2), {1}, frozenset(), collections.deque(), collections.ChainMap(), {}.keys(), 7):
    print(type(value).__name__, "->", describe(value))

describe.register(dict, lambda value: "a dict")
print(describe(collections.OrderedDict()), "|", describe(collections.ChainMap()), "|", describe(collections.Counter()))


@singledispatch
def number(value):
    return "no number"


number.register(numbers.Number, lambda value: "number")
number.register(numbers.Real, lambda value: "real")
number.register(numbers.Integral, lambda value: "integral")
print([number(value) for value in (1, True, 1.5, 2j, fractions.Fraction(1, 3), "1")])


@singledispatch
def torn(value):
    return "base"


torn.register(Iterable, lambda value: "iterable")
torn.register(Container, lambda value: "container")


class IterableFirst(Iterable, Container):
    def __iter__(self):
        return iter(())

    def __contains__(self, item):
        return False


class ContainerFirst(Container, Iterable):
    __iter__ = IterableFirst.__iter__
    __contains__ = IterableFirst.__contains__


print(torn(IterableFirst()), torn(ContainerFirst()))
try:
    torn([])
except RuntimeError as error:
    print(error)


class Late:
    pass


@singledispatch
def late(value):
    return "base"


late.register(Sized, lambda value: "sized")
print(late(Late()))
Sized.register(Late)
print(late(Late()), late.dispatch(Late) is late.registry[Sized])
late.register(Hashable, lambda value: "hashable")
print(late(3), late([]))
