"""Enumerations as the documentation's recipes make them, and what is not a member."""
import operator
from enum import Enum, Flag, IntFlag, auto, CONFORM, EJECT, STRICT


class DuplicateFree(Enum):
    def __init__(self, *args):
        cls = self.__class__
        if any(self.value == other.value for other in cls):
            known = cls(self.value).name
            raise ValueError(f"{self.name} is {known} again")


class Size(DuplicateFree):
    SMALL = 1
    LARGE = 2


print(list(Size))
try:
    class Colour(DuplicateFree):
        RED = 1
        CRIMSON = 1
except ValueError as error:
    print(error)


class Outer(Enum):
    ONE = 1

    class Inner(Enum):
        TWO = 2

    def method(self):
        return self.Inner.TWO


print(list(Outer), Outer.Inner, Outer.ONE.method())


class Several(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), "text", auto()


print([member.value for member in Several])


class Operation(Enum):
    ADD = operator.add
    LENGTH = len

    def negate(value):
        return -value


print([member.name for member in Operation], Operation.ADD.value(2, 3), Operation.negate(4))


class Calculator:
    plus = operator.add
    biggest = max


print(Calculator().plus(2, 3), Calculator().biggest(4, 9))
try:
    class Wrong(Enum, str):
        X = "x"
except TypeError as error:
    print(error)
try:
    class Ordered(Enum):
        _order_ = "a b c"
        a = 1
        b = 2
except TypeError as error:
    print(error)


class Strict(Flag, boundary=STRICT):
    ONE = auto()
    TWO = auto()


class Loose(Flag, boundary=CONFORM):
    ONE = auto()
    TWO = auto()


class Thrown(IntFlag, boundary=EJECT):
    ONE = auto()


try:
    Strict(4)
except ValueError as error:
    print(error)
print(Loose(7), Thrown(5), type(Thrown(5)).__name__)
try:
    Enum("Empty", "")(1)
except TypeError as error:
    print(error)
