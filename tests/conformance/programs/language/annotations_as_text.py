"""Annotations that stay text: as CPython would write them, not as the script did."""
from __future__ import annotations

import inspect
from typing import Callable, Dict, Literal, Optional, TypeVar, Union


def plain(a: int, b: Optional["str"], *rest: Dict[str,int], c: Literal["x",  'y'] = "x", **named: Union[ int , None ]) -> "list":
    pass


def longer(
    first: Callable[
        [int, str],
        bool,
    ],
    second: int|str|None,
    third: tuple[int, ...],
    fourth: dict[ str , list[ int ] ],
) -> Callable[..., "int | None"]:
    pass


class Point:
    x: "int"
    y: Literal['it"s', "it's"]


print(inspect.signature(plain))
print(plain.__annotations__)
print({name: text for name, text in longer.__annotations__.items() if name != "first"})
print(Point.__annotations__)
print(TypeVar("T", bound="Point").__bound__)
