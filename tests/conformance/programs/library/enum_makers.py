"""How enumerations are made when it does not go smoothly, how mixed-in values look, and what `verify` finds."""
import dataclasses
import enum
import pickle
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, EnumMeta, Flag, IntEnum, IntFlag, StrEnum, verify


def attempt(make):
    try:
        made = make()
        print(make.__name__, repr(made))
    except (TypeError, ValueError) as error:
        print(make.__name__, type(error).__name__, error)


def own_new_asks_super():
    class Bad(Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        ONE = 1


def empty_name():
    return Enum("Empty", ("", "B"))


def no_members():
    return Enum("Numbers", type=int)


def other_superclass():
    class Base(metaclass=EnumMeta):
        pass

    class Both(Base, Enum):
        A = 1
    return Both.A


def gap():
    @verify(CONTINUOUS)
    class Gap(IntEnum):
        A = 1
        B = 4
    return Gap


def gap_of_flags():
    @verify(CONTINUOUS)
    class Gap(Flag):
        A = 1
        B = 8
    return Gap


def unnamed():
    @verify(NAMED_FLAGS)
    class Unnamed(Flag):
        A = 1
        AB = 3
        ALL = 7
    return Unnamed


def doubled():
    @verify(UNIQUE)
    class Twice(Enum):
        A = 1
        B = 1
    return Twice


def sound():
    @verify(UNIQUE, CONTINUOUS, NAMED_FLAGS)
    class Sound(Flag):
        A = 1
        B = 2
        C = 4
    return Sound


for make in (own_new_asks_super, empty_name, no_members, other_superclass, gap, gap_of_flags, unnamed, doubled, sound):
    attempt(make)


class Mixed(int, Flag):
    A = 1
    B = 2
    MASK = 3


class Hexed(int):
    def __repr__(self):
        return hex(self)


class Shown(Hexed, Enum):
    TEN = 10


@dataclasses.dataclass
class Place:
    x: int
    hidden: int = dataclasses.field(default=0, repr=False)


class Places(Place, Enum):
    HERE = 1
    THERE = 2, 5


class Name(StrEnum):
    A = enum.auto()


print(~Mixed.A is Mixed.B, ~Mixed.MASK, Mixed.A | Mixed.B, Mixed.A & 1, Mixed(0))
print(repr(Shown.TEN), list(Places), Places.THERE.hidden, Name.A, repr(Name.A))
print(Shown._value_repr_(Hexed(5)), Enum._value_repr_, Places._use_args_, Mixed._member_type_)
print([pickle.loads(pickle.dumps(one)) is one for one in (Mixed.B, Shown.TEN, Name.A, Mixed.A | Mixed.B)])
