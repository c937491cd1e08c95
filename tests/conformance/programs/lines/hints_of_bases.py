"""get_type_hints looks at the annotations of each base once, the oldest first."""
from typing import get_type_hints, ClassVar
class Section:
    _w: ClassVar[list] = []
class App(Section):
    mode: int
class B(Section):
    mode: str
print(get_type_hints(App))
print(get_type_hints(App))
print(get_type_hints(B))
print(get_type_hints(B, include_extras=True))
try:
    get_type_hints(3)
except TypeError as error:
    print(error)
print(get_type_hints(len))
