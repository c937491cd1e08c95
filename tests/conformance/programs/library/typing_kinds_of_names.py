"""What the names of `typing` are, what deriving from them makes of a class, and references in text."""

import typing
from typing import *

T = TypeVar('T')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
for name in (List, Tuple, Callable, Optional, Literal, Final, Hashable, Callable[[int], str], Literal[1], Unpack[Ts],
             Concatenate[int, P], List[int], Annotated[int, 1], AnyStr):
    print(name, type(name).__name__, get_origin(name), get_args(name), getattr(name, '__parameters__', '-'))


class Counted(Sized, Hashable):
    def __len__(self):
        return 0

    __hash__ = object.__hash__


class Words(List):
    pass


class Shape[U](Protocol):
    pass


print(Counted.__bases__, Counted.__parameters__, Words.__mro__, Shape.__bases__)
print(NamedTuple("Point", [("x", int)]).__orig_bases__[0] is NamedTuple, P.__bound__, AnyStr.__module__)
print('Later' | List[int], List[int] | 'Later', sorted(vars(TextIO))[-5:])
for make in (lambda: List['1 +'], lambda: Concatenate[()], lambda: TypeVar(), lambda: ParamSpec(5),
             lambda: list[int] | 'Later', lambda: type('X', (Final,), {})):
    try:
        print(make())
    except (TypeError, SyntaxError) as error:
        print(type(error).__name__, error)
