"""When `__hash__`, `__eq__` and `__add__` of the script run, and how often."""

import copy
from functools import lru_cache


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        print("hash", self.number)
        return self.number % 2

    def __eq__(self, other):
        print("eq", self.number, other.number)
        return self.number == other.number


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        print(self.cents, "+", other.cents)
        return Money(self.cents + other.cents)

    def __radd__(self, other):
        print(other, "before", self.cents)
        return self


def purse(count):
    for number in range(count):
        print("take", number)
        yield Money(number)


print("sums")
print(sum(purse(3)).cents)
print(sum(purse(2), start=Money(5)).cents)
print(sum(purse(0)), sum([Money(1), Money(2)]).cents)
print(sum(number for number in range(4)), sum(0.1 for _ in range(10)), sum((), start=3))
try:
    sum([1, None])
except TypeError as error:
    print(error)

print("dicts")
first = {Key(1): "a", **{Key(2): "b"}}
first.update({Key(3): "c"})
first |= {Key(4): "d"}
second = first | {Key(5): "e"}
print(len(first), len(second), len(copy.copy(first)))


@lru_cache
def doubled(key):
    return key.number * 2


print("cache")
print(doubled(Key(7)), doubled(Key(9)))
try:
    doubled([])
except TypeError as error:
    print(error)
print(copy.copy(list[int]), copy.deepcopy({"kinds": [dict[str, int]]}))
