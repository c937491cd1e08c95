from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, MutableSequence, Sequence


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area():.2f}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Half(Shape):
    name = "half"


print(Square(3).describe(), isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__))
for make in (Shape, Half):
    try:
        make()
    except TypeError as error:
        print(error)


class Repeat(Sequence):
    def __init__(self, value, n):
        self.value, self.n = value, n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if index >= self.n:
            raise IndexError(index)
        return self.value


r = Repeat("x", 3)
print(list(r), "x" in r, r.index("x"), r.count("x"), list(reversed(r)), isinstance(r, Iterable), isinstance({}, Mapping))
try:
    MutableSequence()
except TypeError as error:
    print(str(error)[:60])
