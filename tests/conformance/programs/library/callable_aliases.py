"""What `collections.abc.Callable[...]` is: its arguments, text, equality, and what its variables become."""

from collections.abc import Callable, Awaitable
import typing
from typing import TypeVar, ParamSpec, Any, Concatenate
T = TypeVar("T"); P = ParamSpec("P")
x = Callable[[int, str], bool]
print(x, x.__args__, x.__origin__, x.__parameters__)
print(hash(x) == hash(Callable[[int, str], bool]), x == Callable[[int, str], bool], x == Callable[[int], bool])
print(Callable[..., int], Callable[..., int].__args__)
print(Callable[[], int], Callable[[], int].__args__)
y = Callable[[T], list[T]]
print(y, y.__parameters__, y[int], y[int].__args__)
print(Callable[P, T], Callable[P, T].__parameters__, Callable[P, T][[int, str], bool])
print(Callable[Concatenate[int, P], T])
for bad in (int, (int,), (int, str), ([int], str, bool)):
    try:
        print(Callable[bad])
    except TypeError as e:
        print(type(e).__name__, e)
print(x | None, typing.get_args(x), typing.get_origin(x))
print(Callable[[Callable[[int], str]], Awaitable[T]])
print(type(x).__name__, isinstance(len, Callable))
def deco(f: Callable[[int], str]) -> Callable[[int], str]: return f
print(deco.__annotations__)
print(typing.get_type_hints(deco))
print(typing.Callable[[int], str], typing.Callable[[int], str].__args__)
import copy
print(copy.copy(x) == x, typing.get_args(int | str), typing.get_args(Callable[P, T]), typing.get_args(typing.Callable[..., T]))
print(Callable[["Fwd"], "Fwd"].__args__)
