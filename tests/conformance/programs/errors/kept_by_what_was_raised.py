"""What an exception keeps alive: nothing of functions that are in C, however it came through them; and operands left behind go
from the last to the first."""
import bisect
import collections
import functools
import heapq
import itertools
import operator
import re
import warnings


class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"-{self.name}", end=" ")


class Refusing(Kept):
    def refuse(self, *args):
        raise ValueError(self.name)

    __lt__ = __gt__ = __eq__ = __getitem__ = refuse
    __hash__ = refuse


def refuse(*args):
    raise ValueError("refused")


def values():
    yield Kept("yielded")
    raise ValueError("no more")


def warn():
    warnings.warn(UserWarning("about", Kept("argument")))


warnings.simplefilter("error")
cases = {
    "reduce": lambda: functools.reduce(refuse, [Kept("a"), Kept("b")]),
    "map": lambda: list(map(refuse, [Kept("a")])),
    "sorted": lambda: sorted([Kept("a"), Kept("b")], key=refuse),
    "cmp_to_key": lambda: sorted([Kept("a"), Kept("b")], key=functools.cmp_to_key(refuse)),
    "partial": lambda: functools.partial(refuse, Kept("a"))(Kept("b")),
    "defaultdict": lambda: collections.defaultdict(refuse)[Kept("key")],
    "OrderedDict": lambda: collections.OrderedDict([(Refusing("key"), 1)]),
    "deque": lambda: collections.deque(values()),
    "heappush": lambda: heapq.heappush([Kept("a")], Refusing("b")),
    "heapify": lambda: heapq.heapify([Refusing("a"), Refusing("b")]),
    "bisect": lambda: bisect.bisect([Refusing("a")], Kept("b")),
    "bisect by key": lambda: bisect.insort([Kept("a")], Kept("b"), key=refuse),
    "batched": lambda: list(itertools.batched(values(), 2)),
    "accumulate": lambda: list(itertools.accumulate([Kept("a"), Kept("b")], refuse)),
    "groupby": lambda: list(itertools.groupby([Kept("a")], refuse)),
    "chain": lambda: list(itertools.chain(values())),
    "itemgetter": lambda: operator.itemgetter(1)(Refusing("a")),
    "sub": lambda: re.sub("a", refuse, "aa"),
    "warn": warn,
    "list": lambda: [Kept("a"), Kept("b"), refuse()],
    "tuple": lambda: (Kept("a"), Kept("b"), refuse()),
    "dict": lambda: {Kept("key"): Kept("value"), "z": refuse()},
    "call": lambda: print(Kept("a"), Kept("b"), refuse()),
}
for name, ask in cases.items():
    print(f"{name}:", end=" ")
    kept = None
    try:
        ask()
    except (ValueError, UserWarning) as error:
        kept = error
    print("| handled", end=" ")
    kept = None
    print("| dropped")
try:
    [Kept("first"), Kept("second"), [Kept("third"), refuse()]]
except ValueError:
    print("| caught in the same frame")
