# Copies of subscripted names of `typing` and `types`, and of what parameters they have.
import copy
from typing import Annotated, Any, Callable, Dict, Generic, Iterable, List, Literal, Optional, Tuple, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    pass


for alias in (List[int], Dict[str, List[int]], Optional[int], Tuple[int, ...], Callable[[int], str], Literal[1, "a"],
              Iterable[T], Annotated[int, "unit"], Box[int], list[int], dict[str, Any]):
    for made in (copy.copy(alias), copy.deepcopy(alias)):
        print(made, made == alias, hash(made) == hash(alias), type(made) is type(alias))
print(copy.copy(T) is T, copy.deepcopy([T])[0] is T, copy.deepcopy({"a": List[T]})["a"][int])
print(Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], Literal[0, 1] == Literal[False, True])
