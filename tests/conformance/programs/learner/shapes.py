# Shapes: an abstract class, a registry of its subclasses, order, formats and patterns.

from abc import ABC, abstractmethod
from math import pi
import functools

class Shape(ABC):
    """A shape with an area."""
    registry = {}

    def __init_subclass__(cls, /, sides=0, **kw):
        super().__init_subclass__(**kw)
        cls.sides = sides
        Shape.registry[cls.__name__] = cls

    @property
    @abstractmethod
    def area(self) -> float:
        """The area."""

    @abstractmethod
    def scale(self, k):
        ...

    def __lt__(self, other):
        if not isinstance(other, Shape):
            return NotImplemented
        return self.area < other.area

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec == 'long':
            return f'{type(self).__name__} with area {self.area:.3f}'
        return format(self.area, spec)

class Circle(Shape):

    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return pi * self.r ** 2

    def scale(self, k):
        return Circle(self.r * k)

    def __repr__(self):
        return f'Circle({self.r!r})'

class Rect(Shape, sides=4):
    __match_args__ = ('w', 'h')

    def __init__(self, w, h):
        self.w, self.h = (w, h)

    @property
    def area(self):
        return self.w * self.h

    def scale(self, k):
        return type(self)(self.w * k, self.h * k)

    def __repr__(self):
        return f'{type(self).__name__}({self.w}, {self.h})'

class Square(Rect, sides=4):

    def __init__(self, s, _=None):
        super().__init__(s, s)

shapes = [Circle(1), Rect(2, 3), Square(2)]
for s in sorted(shapes):
    print(f'{s!r:>15} {s:long} {s:8.2f} {s}')
print(Shape.registry)
print({k: v.sides for k, v in Shape.registry.items()})
print(max(shapes), min(shapes).scale(3))
try:
    Shape()
except TypeError as e:
    print('TypeError:', e)

class Half(Shape):

    def scale(self, k):
        return self

try:
    Half()
except TypeError as e:
    print('TypeError:', e)
try:
    shapes[0] < 3
except TypeError as e:
    print(e)
try:
    shapes[0].area = 3
except AttributeError as e:
    print(e)
try:
    del shapes[1].area
except AttributeError as e:
    print(e)

def describe(s):
    match s:
        case Square(w=side):
            return f'square of {side}'
        case Rect(w, h) if w > h:
            return f'wide {w}x{h}'
        case Rect(w, h):
            return f'tall {w}x{h}'
        case Circle(r=r):
            return f'circle {r}'
        case _:
            return '?'

for s in shapes + [None, Rect(5, 1)]:
    print(describe(s))
print(Shape.__abstractmethods__ == frozenset({'area', 'scale'}), Shape.__doc__, Shape.area.__doc__)
print(Shape.mro(), Square.__mro__[1:3])

@functools.total_ordering
class V:

    def __init__(self, *n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n

print(V(1, 2) >= V(1, 1), V(1) <= V(2), V(3) > V(2), V(1) != V(1))
try:
    {V(1)}
except TypeError as e:
    print(e)
print(Square(3) == Square(3), Square.__name__, Square.__qualname__, Square.__module__)
print(vars(Square(3)))
