# How functions of the library are shown, and what a dataclass tells of its parameters.
import bisect
import dataclasses
import enum
import functools
import heapq
import inspect
import math
import operator


class Sign(enum.Enum):
    PLUS = "+", operator.add
    MINUS = "-", operator.sub

    def __init__(self, symbol, function):
        self.symbol, self.function = symbol, function


@dataclasses.dataclass
class Order:
    count: int
    rate: dataclasses.InitVar[float] = 1.5
    label: dataclasses.InitVar["str | None"] = None
    total: float = dataclasses.field(init=False)

    def __post_init__(self, rate, label):
        self.total = self.count * rate


print(list(Sign), Sign.MINUS.function(5, 3))
print(operator.mul, functools.reduce, heapq.heappush, bisect.insort, math.sqrt, len, sorted)
print({"+": operator.add, "<": operator.lt}, functools.partial(operator.pow, 2))
print(repr(heapq.merge).split(" at ")[0], repr(functools.wraps).split(" at ")[0])
print(inspect.signature(Order), Order.__init__.__annotations__)
print(Order(2, rate=2), Order.__doc__)
