"""A data class whose bases have annotations and are none: a docstring made of the signature reads them all."""

from dataclasses import dataclass
class Base:
    x: int
class Mid(Base):
    """Doc."""
    y: str
@dataclass
class A(Mid):
    """Has doc."""
    w: float
print(2)
@dataclass
class B(A):
    z: int = 0
print(3)
@dataclass(init=False)
class C(Mid):
    q: int


class Shape:
    registry: dict = {}

    def __init_subclass__(cls, /, tag=None, **keywords):
        super().__init_subclass__(**keywords)
        Shape.registry[tag or cls.__name__.lower()] = cls.__name__


class Later:
    follows: "Rect | Unknown"


@dataclass(order=True, frozen=True)
class Rect(Shape, Later, tag="rectangle"):
    width: float
    height: float = 1.0


print(Shape.registry, Rect(1.0) < Rect(2.0), Rect.__doc__, C.__doc__, A.__doc__)
