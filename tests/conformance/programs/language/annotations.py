from dataclasses import dataclass, field
from typing import Optional

x: int = 5
y: "later"


def function(a: Missing, b: list[int] = None) -> Optional[str]:
    local: AlsoMissing = 1
    return local


type Pair[T] = tuple[T, T]


def first[T](pair: Pair[T]) -> T:
    return pair[0]


class Box[T]:
    content: T

    def __init__(self, content: T):
        self.content = content


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list, compare=False)


print(function(1), first((1, 2)), Box(3).content, Pair, Pair.__value__)
print(Item("a", 1.5), Item("a") < Item("b"), Item("a") == Item("a", tags=[1]))
print(x, list(__annotations__) if "__annotations__" in globals() else "lazy")
try:
    y
except NameError as error:
    print(error)
