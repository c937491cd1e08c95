from typing import Any, Callable, ClassVar, Generic, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union

T = TypeVar("T")


class Stack(Generic[T]):
    limit: ClassVar[int] = 3

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Employee(NamedTuple):
    name: str
    id: int = 3


class Movie(TypedDict, total=False):
    name: str
    year: int


class Runs(Protocol):
    def run(self) -> None: ...


def apply(f: Callable[[int], int], n: Optional[int] = None, *rest: Any) -> Union[int, None]:
    return f(n) if n is not None else None


print(Stack[int]().push(1).items, Employee("ann"), Employee("bob", 4)._asdict(), Movie(name="x", year=1))
print(apply(lambda n: n + 1, 2), apply(len), list[int], dict[str, list[int]], int | None, Optional[int])
print(Stack.__parameters__, Employee.__annotations__, isinstance(1, int | str))


def generic[K, V: (int, str)](mapping: dict[K, V], default: V = 0) -> list[K]:
    return list(mapping)


print(generic({"a": 1}), generic.__type_params__)
