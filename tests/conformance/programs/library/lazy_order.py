# What runs in between: items of a generator, and the comparisons, keys and sums of a script's own.
import heapq
import itertools


class Weight:
    def __init__(self, grams):
        self.grams = grams

    def __lt__(self, other):
        print(f"{self.grams}<{other.grams}", end=" ")
        return self.grams < other.grams

    def __gt__(self, other):
        print(f"{self.grams}>{other.grams}", end=" ")
        return self.grams > other.grams

    def __eq__(self, other):
        print(f"{self.grams}={other.grams}", end=" ")
        return self.grams == other.grams

    def __add__(self, other):
        print(f"{self.grams}+{other.grams}", end=" ")
        return Weight(self.grams + other.grams)

    def __repr__(self):
        return f"{self.grams}g"


def weights(*grams):
    for one in grams:
        print(f"[{one}]", end=" ")
        yield Weight(one)
    print("end", end=" ")


def key(item):
    print(f"key({item})", end=" ")
    return getattr(item, "grams", item)


class Shelf:
    def __init__(self, *grams):
        self.grams = grams

    def __iter__(self):
        yield from weights(*self.grams)


print(max(weights(1, 3, 2)))
print(min(weights(2, 1, 3), key=key))
print(max(Shelf(4, 5)), min(map(Weight, [2, 1])), max(weights(), default=None), min(weights(7)))
print(max([Weight(1), Weight(1)], key=key), min(Weight(2), Weight(1)))
for empty in max, min:
    try:
        empty(weights())
    except ValueError as error:
        print(error)
print(sum(weights(1, 2, 3), Weight(0)))
print(heapq.nlargest(2, weights(1, 3, 2)))
print(heapq.nsmallest(2, weights(3, 1, 2), key=key))
print(heapq.nsmallest(1, weights(3, 1)), heapq.nlargest(5, [Weight(1), Weight(2)]), heapq.nlargest(2, [3, 1, 3, 2]))
print(heapq.nsmallest(3, "lazy dog", key=str.lower), heapq.nlargest(0, weights(1)), heapq.nlargest(-1, [1]))
for found, group in itertools.groupby(weights(1, 1, 2), key):
    print("group", found, list(group))
print([found for found, group in itertools.groupby(weights(1, 1, 2), key)])
source = iter([1, 1, 2, 2, 3])
for found, group in itertools.groupby(source):
    print(found, next(group), next(source, "none"), end="; ")
print()
numbers = [3, 1, 4, 1, 5, 9, 2, 6]
heapq.heapify_max(numbers)
heapq.heappush_max(numbers, 7)
print(numbers[0], heapq.heappop_max(numbers), heapq.heapreplace_max(numbers, 0), heapq.heappushpop_max(numbers, 8), numbers)
print([heapq.heappop_max(numbers) for _ in range(len(numbers))])
