"""What comparisons of sequences answer: what their first different items do, which need be no boolean. And pow() with three
arguments, cells of closures, descriptors that fail on a class."""
import types
from collections import deque


class Pixel:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return f"{self.value} before {other.value}"

    def __repr__(self):
        return f"Pixel({self.value})"


class Modular:
    def __init__(self, name):
        self.name = name

    def __pow__(self, exponent, modulus=None):
        print("pow", self.name, modulus)
        return NotImplemented

    def __rpow__(self, base, modulus=None):
        print("rpow", self.name, modulus)
        return NotImplemented


class Derived(Modular):
    def __rpow__(self, base, modulus=None):
        print("rpow of the derived one first")
        return 42


a, b = Pixel(1), Pixel(2)
for answer in ((a,) < (b,), [a] < [b], (1, a) < (1, b), (a, 1) < (a, 2), [1, [a]] < [1, [b]], [a] == [b], (a,) > (b,)):
    print(repr(answer))
print(deque([a]) < deque([b]), max((a, 1), (b, 0)), sorted([[b], [a]]))
for arguments in ((Modular("m"), 2, 5), (2, Modular("m"), 5), (Modular("m"), Derived("d"), 7), (Modular("m"), 2)):
    try:
        print(pow(*arguments))
    except TypeError as e:
        print(e)
cell = types.CellType(5)
print(cell.cell_contents, cell == types.CellType(5), types.CellType() == types.CellType(), types.CellType() < cell)
for wrong in (lambda: types.CellType().cell_contents, lambda: types.CellType(1, 2), lambda: cell < types.CellType("x")):
    try:
        print(wrong())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def outer():
    return lambda: free


free_of = types.FunctionType((lambda x: lambda: x)(1).__code__, {}, "made", None, (types.CellType("given"),))
print(free_of.__name__, free_of())


class Failing:
    def __get__(self, instance, owner):
        raise AttributeError("it fails")


class Meta(type):
    def __getattr__(cls, name):
        return f"{name} by the metaclass"


class Asked(metaclass=Meta):
    failing = Failing()


print(Asked.failing, Asked.other)
print(Asked().failing)
