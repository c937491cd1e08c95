"""Annotations at module level, printed in the ways of tutorials; quirks of lazily evaluated ones."""
import sys
import typing

x: int = 1
y: "str"
z: list[int] = []
if x:
    cond: float = 2.0
else:
    never: bytes


def f(a: int, b: "str" = "d", *c: float, d: undefined = 0, **e: None) -> dict[str, int]:
    local: int = 5
    unknown: nothing_here
    return {"a": local}


class K:
    a: int
    b: str = "s"
    def m(self): self.x: int = 3; return self.x


m = sys.modules[__name__]
print(m.__annotations__)
print(typing.get_type_hints(m))
print("__annotations__" in globals())
try:
    print(f.__annotations__)
except NameError as e:
    print(e)
print(K.__annotations__, K().m(), f(1), f.__code__.co_varnames)
undefined = bool
print(f.__annotations__)
f.__annotations__["a"] = "changed"
print(f.__annotations__["a"], f.__annotate__(1)["a"])
f.__annotations__ = {"only": 1}
print(f.__annotations__, f.__annotate__)
late: set = set()
print(m.__annotations__.get("late"))
x: str = "again"
print(m.__annotations__["x"])
del m.__annotations__
print(m.__annotations__)
print(m.__annotate__)
print(__annotations__["nope"])
