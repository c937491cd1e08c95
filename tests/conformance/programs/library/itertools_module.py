import itertools as it
import operator

print(list(it.chain([1], "ab")), list(it.islice(it.count(5, 2), 3)), list(it.accumulate([1, 2, 3])))
print(list(it.product("ab", repeat=2)), list(it.permutations([1, 2, 3], 2))[:3])
print(list(it.combinations("abc", 2)), list(it.zip_longest([1], "ab", fillvalue="-")))
print([(k, list(g)) for k, g in it.groupby("aabbc")], list(it.takewhile(lambda n: n < 3, it.count())))
print(list(it.dropwhile(str.isupper, "ABc")), list(it.batched(range(5), 2)), list(it.pairwise("abc")))
a, b = it.tee([1, 2])
print(list(a), list(b), list(it.repeat("x", 2)), list(it.starmap(pow, [(2, 3)])), next(it.cycle([1])))
print(list(it.compress("abc", [1, 0, 1])), list(it.filterfalse(None, [0, 1])))
print(list(it.accumulate([1, 2, 3], operator.mul)), operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3))
