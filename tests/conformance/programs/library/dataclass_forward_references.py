"""Data classes whose annotations name what is not there yet: types of fields, docstrings, docs of slots, decorators."""

from dataclasses import dataclass, field, fields, make_dataclass
from typing import Optional


@dataclass
class Node:
    value: int
    left: Node | None = None
    children: list[Node] = field(default_factory=list)
    parent: Optional[Node] = None
    tail: "Node" = None
    other: Unknown = 3


print(Node.__doc__)
for one in fields(Node):
    print(one.name, one.type)
print(Node(1, Node(2)))


@dataclass
class Own:
    def __init__(self, x: Missing, count: int = 3) -> None:
        self.x = x


print(Own.__doc__)


class Root:
    __slots__ = {"x": "the first"}


@dataclass(slots=True)
class Slotted(Root):
    size: int = field(doc="how large")
    name: str


@dataclass(slots=True)
class More(Slotted):
    weight: float


print(Slotted.__slots__, More.__slots__, Slotted(1, "a"))


def marked(cls, **options):
    print(sorted(options.items()))
    made = dataclass(cls, **options)
    made.marked = True
    return made


Made = make_dataclass("Made", [("x", int), "y", ("z", int, 5)], decorator=marked, frozen=True)
print(Made(1, 2), Made.marked)
try:
    make_dataclass("Made", ["x"], decorator=3)
except TypeError as error:
    print(error)
