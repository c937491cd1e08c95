from dataclasses import asdict, dataclass, field, replace
from enum import Enum, Flag, IntEnum, auto


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("negative")


@dataclass(slots=True, kw_only=True)
class Box:
    name: str
    items: list[int] = field(default_factory=list, repr=False)


p = Point(1)
print(p, p == Point(1, 0), hash(p) == hash(Point(1)), replace(p, y=2), asdict(p))
print(Box(name="b"), Box(name="b", items=[1]) == Box(name="b"))
for wrong in (lambda: setattr(p, "x", 2), lambda: Point(-1), lambda: Point(), lambda: Box("x")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)


class Colour(Enum):
    RED = 1
    GREEN = auto()
    ROUGE = 1


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Perm(Flag):
    R = auto()
    W = auto()


print(Colour.RED, repr(Colour.GREEN), Colour.ROUGE is Colour.RED, Colour(2), Colour["RED"].name, list(Colour))
print(Level.HIGH > Level.LOW, Level.LOW + 1, f"{Level.HIGH}", Perm.R | Perm.W, Perm.R in (Perm.R | Perm.W))
try:
    Colour(9)
except ValueError as error:
    print(error)
