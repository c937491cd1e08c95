# Data classes among protocols, abstract classes and generics.
import abc
import collections
import inspect
from dataclasses import dataclass, field, make_dataclass
from types import MappingProxyType
from typing import Generic, List, Protocol, TypeVar


class HasSize(Protocol):
    def grow(self): ...


@dataclass
class Box(HasSize):
    size: int = 1

    def grow(self):
        self.size += 1


class Plain(HasSize):
    def grow(self):
        self.size = 9


class Counted:
    def __init__(self, size):
        self.size = size


class Mixed(HasSize, Counted):
    def grow(self):
        self.size *= 2


box, mixed = Box(3), Mixed(4)
box.grow()
mixed.grow()
print(box, Box(), Mixed(5).size, mixed.size, Plain().grow())
for make in (lambda: HasSize(), lambda: Plain(1), lambda: Mixed()):
    try:
        make()
    except TypeError as error:
        print(error)


class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other): ...

    @abc.abstractmethod
    def __le__(self, other): ...


@dataclass(order=True)
class Day(Ordered):
    year: int
    month: int = 1


print(inspect.isabstract(Day), inspect.isabstract(Ordered), Day(1) < Day(1, 2), sorted([Day(2), Day(1)]))
Item = TypeVar("Item")
Made = make_dataclass("Made", [("x", Item), ("y", List[int], field(default_factory=list))], bases=(Generic[Item],))
print(Made(1), Made[int](2), Made.__parameters__, Made.__doc__)
for wrong in ([()], [(1, 2, 3, 4)], ["for"], [("x", int), ("x", int)], ["a b"]):
    try:
        make_dataclass("Wrong", wrong)
    except TypeError as error:
        print(error)


@dataclass
class Told:
    items: collections.deque
    many: List[int]
    word: "str" = "q"
    numbers: list[int] = field(default_factory=list, metadata={"unit": "kg"})
    maybe: int | None = None
    day: Day = None


print(Told.__doc__)
print(inspect.signature(Told))
print(Told.__dataclass_fields__["numbers"].metadata, type(Told.__dataclass_fields__["numbers"].metadata) is MappingProxyType)
