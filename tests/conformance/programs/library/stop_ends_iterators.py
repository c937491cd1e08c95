# A StopIteration out of a function ends the iterator that called it, and is no error of a generator around it.
import itertools
from collections import OrderedDict, UserDict, UserString, ChainMap, Counter
from collections.abc import ItemsView, KeysView, MutableMapping
from functools import cmp_to_key, lru_cache, singledispatch, total_ordering


def upto_two(x):
    if x > 2:
        raise StopIteration
    return x


def merged(*iterables):
    rest = map(iter, iterables)
    for left in range(len(iterables), 0, -1):
        rest = itertools.cycle(itertools.islice(rest, left))
        yield from map(next, rest)


print(list(merged("ABC", "D", "EF")))
print(list(map(next, [iter([1]), iter([]), iter([2])])))
print(list(map(upto_two, [1, 2, 3, 4])), list(filter(upto_two, [1, 2, 3, 4])), list(iter(lambda: upto_two(3), 5)))
print(sum(map(upto_two, [1, 2, 3])), dict(zip("ab", map(upto_two, [1, 3]))), [x for x in map(upto_two, [2, 3])])
print(list(itertools.takewhile(upto_two, [1, 2, 3])), list(itertools.starmap(upto_two, [(1,), (3,)])))
print(list(itertools.accumulate([1, 1, 1, 1], lambda a, b: upto_two(a + b))))
ends = map(upto_two, [1, 3, 2])
print(next(ends), next(ends, "end"), next(ends))
for lengths in ([1, 2], [1]), ([1], [1, 2]):
    try:
        print(list(map(max, *lengths, strict=True)))
    except ValueError as error:
        print(error)

ordered = OrderedDict(b=2, a=1)
print(ordered.keys(), ordered.values(), ordered.items(), type(ordered.keys()))
print(ordered.keys() & {"a"}, ordered.items() == {"a": 1, "b": 2}.items(), list(reversed(ordered.items())), len(ordered.values()))
print(isinstance(ordered.keys(), KeysView), isinstance(ordered.items(), ItemsView), 2 in ordered.values())
print(isinstance(UserDict(), MutableMapping), isinstance(ChainMap(), MutableMapping), ChainMap.fromkeys("ab", 1))
print(UserString("%d items") % 3, int(UserString("12")), UserString("a-b").split("-"), UserDict.fromkeys("xy"))
print(Counter(a="x"), type(Counter("aab").elements()), sorted(Counter("aab").elements()))


@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


print(Version.__ge__.__qualname__, Version(1) <= Version(2))


@lru_cache(maxsize=2)
def double(x):
    return 2 * x


double(1), double(1)
print(double.cache_info()._asdict(), double.cache_info().hits, double.cache_info()._replace(hits=9))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: a - b)(5).obj)


@singledispatch
def show(value):
    return "any"


def for_list(value: list[int]):
    return "list"


def unresolved(value: "Nowhere"):
    return "?"


for function in for_list, unresolved:
    try:
        show.register(function)
    except TypeError as error:
        print(error)
