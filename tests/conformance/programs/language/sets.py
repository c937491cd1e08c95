a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} < a, a.isdisjoint({9}), a.union([7], (8,)), a.intersection(b, [3]))
a.update([10, 20])
a.difference_update({1})
a.intersection_update(range(11))
a.symmetric_difference_update({2, 99})
print(a, len(a), a.pop() in range(100), frozenset([3, 1]) | {2}, {*range(3)}, set("aaa"))
print({frozenset([1]): "nested"}, {1, 2} == {2, 1}, {1} == frozenset([1]), set() or "empty", bool({0}))
print({n % 3 for n in range(10)}, sorted({5, 3, 9}), min({4, 2}), sum({1, 2, 3}), 3 in a)
big = set(range(0, 100, 7))
big.discard(7)
big.remove(0)
print(big, [n for n in {30, 20, 10}], {8, 16, 24, 0}, {True, 0, 1})
for wrong in (lambda: {1}.remove(5), lambda: {[]}, lambda: {1} + {2}, lambda: {1} < [1], lambda: {1}[0], lambda: set(5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
