from itertools import *


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


print(
    list(batched("abcdefg", 3)),
    list(pairwise([1, 2, 3])),
    list(chain([1], "ab")),
    list(chain.from_iterable([[1], [2]])),
    list(combinations("abc", 2)),
    list(combinations_with_replacement("ab", 2)),
    list(permutations([1, 2, 3], 2)),
    list(product("ab", [1, 2])),
    list(product([0, 1], repeat=2)),
    list(islice(count(5, 2), 3)),
    list(islice(cycle("ab"), 5)),
    list(repeat(1, 3)),
    list(accumulate([1, 2, 3])),
    list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)),
    list(compress("abc", [1, 0, 1])),
    list(dropwhile(lambda x: x < 3, [1, 3, 1])),
    list(takewhile(lambda x: x < 3, [1, 3, 1])),
    list(filterfalse(lambda x: x % 2, range(5))),
    list(starmap(pow, [(2, 3)])),
    list(zip_longest([1, 2], "a", fillvalue="-")),
    [(k, list(g)) for k, g in groupby("aabbbc")],
    [(k, list(g)) for k, g in groupby([1, 3, 2], key=lambda x: x % 2)],
)
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
print(
    list(islice("abcdef", 1, None, 2)),
    list(islice([1, 2], 0)),
    count(1),
    count(1, 2),
    repeat(3),
    repeat(3, 2),
    count(1.5, 0.5),
)
t(lambda: list(batched("ab", 0)))
t(lambda: list(batched("abc", 2, strict=True)))
t(lambda: islice([1], -1))
t(lambda: list(islice([1], "x")))
t(lambda: list(product([1], repeat=-1)))
t(lambda: list(combinations([1], -1)))
t(lambda: count("x"))
t(lambda: chain(3) and list(chain(3)))
t(lambda: tee([1], -1))
t(lambda: next(iter(chain())))
t(lambda: list(zip_longest(1)))
t(lambda: list(permutations([1, 2], -1)))
t(lambda: groupby(3))
t(lambda: list(pairwise(3)))
g = groupby("aab")
k, grp = next(g)
next(g)
print(list(grp))
c = count()
next(c)
print(
    c,
    next(c),
    repeat(5, 3).__length_hint__(),
    type(chain()),
    type(count()),
    type(groupby([])),
    iter(c) is c,
    type(tee([])[0]),
)
it = chain([1, 2], [3])
print(next(it), list(it), list(it))
print(
    list(accumulate([])),
    list(accumulate([5], max)),
    list(zip_longest()),
    list(product()),
    list(permutations([])),
    list(combinations([1, 2], 0)),
    list(cycle([])),
    list(takewhile(bool, [])),
    list(compress([], [])),
)


def gen():
    print("gen start")
    yield 1
    print("gen mid")
    yield 2


for x in islice(gen(), 1):
    print(x)
x, y, z = tee(gen(), 3)
print(next(x), next(y), next(z), next(x))
