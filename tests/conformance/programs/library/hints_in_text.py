"""Annotations that are text: class variables by another name of `typing`, type parameters, names of wrapped functions."""
from __future__ import annotations

import dataclasses as d
import functools
import typing as t
from collections.abc import Iterator
from typing import ClassVar as Shared, get_type_hints


@d.dataclass
class Node[K]:
    key: K
    kind: t.ClassVar[str] = "node"
    count: Shared[int] = 0
    start: d.InitVar[int] = 0
    _: d.KW_ONLY
    children: list[Node[K]] = d.field(default_factory=list)
    depth: int = d.field(init=False, default=0)

    def __post_init__(self, start):
        self.depth = start

    def walk(self) -> Iterator[K]:
        yield self.key


root = Node("r", 2, children=[Node("a")])
print(root, [one.name for one in d.fields(Node)], Node.kind, Node.__match_args__)
print({name: hint for name, hint in get_type_hints(Node).items() if name != "_"}, get_type_hints(Node.walk, localns={"K": int}))


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


@functools.wraps(first)
def wrapper(*args: int) -> str:
    return str(first(*args))


print(get_type_hints(first), get_type_hints(wrapper))


class Movie(t.TypedDict, total=False):
    title: t.Required[str]
    year: t.NotRequired[int]


print(Movie.__required_keys__, Movie.__optional_keys__, get_type_hints(Movie), get_type_hints(Movie, include_extras=True))
try:
    get_type_hints(Node.walk)
except NameError as error:
    print(error)
