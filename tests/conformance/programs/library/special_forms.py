# The names of `typing` that are no classes: where they may stand and where not.
import typing
from typing import Any, ClassVar, Concatenate, List, Literal, Never, NoReturn, Optional, Self


def tell(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for name in ("NoReturn", "Never", "Any", "Optional", "Literal[1]", "List[int]"):
    tell(f"issubclass(int, {name})")
    tell(f"isinstance(1, {name})")
for text in ("NoReturn[int]", "Never[int]", "Self[int]", "Any[int]", "Literal[()]", "Concatenate[int]", "ClassVar[int, str]",
             "NoReturn()", "Any()", "type('C', (NoReturn,), {})", "type('C', (type(Never),), {})", "type('C', (Any,), {})"):
    tell(text)
try:
    class Impossible(NoReturn):
        pass
except TypeError as error:
    print(error)
