"""What names of `typing` refuse, and how some of them are shown."""
import typing
from typing import Annotated, Callable, ClassVar, Final, Generic, List, Literal, TypeGuard, TypeVar, get_origin

T = TypeVar("T", bound="Shape")


def attempt(text):
    try:
        exec(text)
        print(text, "works")
    except TypeError as error:
        print(text, "|", error)


for text in ("class X(Generic): pass", "class X(Generic[T]): pass", "Callable[int]", "Callable[[int], str]",
             "ClassVar[int, str]", "Final[int, str]", "TypeGuard[int, str]", "List[int]()", "List()", "typing.Dict()",
             "typing.Deque()", "typing.Counter[str]()", "Final[int][str]", "typing.Optional[int, str]"):
    attempt(text)
print(Literal[1, "a", 1, True, Literal["a", 2]], Literal[1, True].__args__, Literal["b", "b"])
print(Annotated, get_origin(Annotated[int, 1]), T.__bound__, typing.get_args(Literal[1, 1]))
