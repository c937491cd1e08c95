"""Which containers a pattern takes a class for, and what keys a mapping pattern may have."""
import collections
import collections.abc
from typing import Protocol, runtime_checkable


def kind(value):
    match value:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class A(collections.UserDict, collections.abc.Sequence):
    pass


class B(collections.UserDict, list):
    pass


class C(dict, collections.abc.Sequence):
    pass


class D(collections.UserList, dict):
    pass


class E(collections.abc.Sequence, collections.abc.Mapping):
    def __getitem__(self, key):
        return key

    def __len__(self):
        return 0


class F:
    pass


class G(F):
    pass


print([kind(made) for made in (A(), B(), C(), D(), E(), F(), G())])
collections.abc.Mapping.register(F)
print(kind(F()), kind(G()), kind(memoryview(b"ab")), kind(b"ab"), kind("ab"), kind(range(2)), kind({1}))
match memoryview(b"ab"):
    case [x, y]:
        print(x, y)


@runtime_checkable
class Point(Protocol):
    __match_args__ = ("x", "y")
    x: int
    y: int


class Place:
    def __init__(self):
        self.x, self.y = 1, 2


match Place():
    case Point(x, y):
        print("a point", x, y)
for pattern in ("{0: _, False: _}", "{0: _, 0.0: _}", "{0: _, -0: _}", "{0: _, 0j: _}", "{'a': _, 'b': _, 'a': _}",
                "{1: _, True: _}", "{1: _, 2: _}", "0 * 0j", "0j // 0", "1 + 2j"):
    try:
        compile(f"match 0:\n    case {pattern}:\n        pass", "patterns", "exec")
        print(pattern, "is fine")
    except SyntaxError as error:
        print(pattern, error.msg)
