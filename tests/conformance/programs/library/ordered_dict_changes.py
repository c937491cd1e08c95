"""Dicts whose keys change while they are iterated over, and what `OrderedDict` says of it and of its arguments."""
from collections import OrderedDict


def tell(function):
    try:
        print(function())
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def rename(keys):
    prices = dict.fromkeys(keys, 1)
    for key in prices:
        prices[key.upper()] = prices.pop(key)
    return prices


for keys in ("ab", "abc", "abcdef", "abcdefghijk"):
    tell(lambda: rename(keys))


def visit(change):
    ordered = OrderedDict(a=1, b=2, c=3)
    for key in ordered:
        print("at", key)
        change(ordered, key)
    return ordered


tell(lambda: visit(lambda ordered, key: ordered.pop(key)))
tell(lambda: visit(lambda ordered, key: ordered.move_to_end("a")))
tell(lambda: visit(lambda ordered, key: ordered.__setitem__(key, 0)))
tell(lambda: visit(lambda ordered, key: key == "c" and ordered.update(d=4)))
tell(lambda: [ordered.clear() for ordered in [OrderedDict(x=1, y=2)] for _ in ordered.items()])


class Loud(OrderedDict):
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


loud = Loud(a=1, b=2, c=3)
print(loud.popitem(), loud.popitem(last=False), loud.pop(key="b"), loud)
loud["d"] = 4
del loud["d"]
ordered = OrderedDict(a=1)
print(ordered.setdefault(key="b", default=5), ordered.pop("zz", default="none"), ordered)
print(type(reversed(ordered)).__name__, type(iter(ordered)).__name__, list(reversed(ordered.items())))
for given in ([1], [(1,)], [(1, 2, 3)], [[]]):
    tell(lambda: OrderedDict(given))
tell(lambda: OrderedDict().update(1, 2))
tell(lambda: OrderedDict().popitem())
