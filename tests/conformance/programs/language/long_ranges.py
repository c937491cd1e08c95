"""Ranges whose bounds are beyond 64 bits: searching for a factor, members, indices, slices, and where they end."""
import itertools


def smallest_factor(n):
    return next(k for k in range(2, n) if n % k == 0)


print(smallest_factor(3 ** 50 * 7), smallest_factor(1009 * (5 ** 40)))
huge = range(10 ** 20)
print(huge, huge[-1], huge[5], huge[3:6], huge[::10 ** 19], huge[-3:], bool(huge), huge == range(0, 10 ** 20))
print(10 ** 19 in huge, -1 in huge, 10 ** 20 in huge, huge.index(10 ** 19 + 7), huge.count(3), isinstance(huge, range))
print(list(range(2 ** 64, 2 ** 64 + 9, 4)), list(reversed(range(2 ** 70, 2 ** 70 + 3))), range(5, 5 - 2 ** 65, -1)[1])
print(list(zip("abc", range(10 ** 30))), list(itertools.islice(range(0, -10 ** 30, -10 ** 29), 3)), range(10 ** 25, 0) == range(0))
print([n for n in itertools.takewhile(lambda n: n < 4, range(2 ** 63))], len(range(2 ** 80, 2 ** 80 + 5)))
for wrong in (lambda: len(huge), lambda: huge[10 ** 20], lambda: huge["a"], lambda: huge.index(-1), lambda: range(10 ** 20, 0, 0), lambda: range(1.5)):
    try:
        print(wrong())
    except (IndexError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
