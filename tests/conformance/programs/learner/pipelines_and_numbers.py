"""Generator pipelines, itertools recipes, statistics and bit tricks."""
import collections
import functools
import heapq
import itertools as it
import math
import operator
import random
import statistics
import string
from bisect import bisect, bisect_left, insort


def lines(text):
    try:
        for number, line in enumerate(text.splitlines(), start=1):
            skip = yield number, line
            if skip:
                yield f"skipping {skip}"
    finally:
        print("lines closed")


def parse(rows):
    for number, row in rows:
        key, _, value = row.partition("=")
        try:
            yield key.strip(), float(value)
        except ValueError as error:
            print(f"line {number}: {error}")


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count


def summed(results):
    while True:
        key = yield
        results[key] = yield from averager()


TEXT = "a = 1\nb = x\na = 3.5\n= 2\nb=1e1\nc = inf"
pipeline = parse(lines(TEXT))
print(next(pipeline))
grouped = collections.defaultdict(list)
for key, value in pipeline:
    grouped[key].append(value)
print(dict(grouped))
results = {}
collector = summed(results)
next(collector)
for key, values in grouped.items():
    collector.send(key)
    for value in values:
        print(key, collector.send(value), end="; ")
    collector.send(None)
collector.close()
print(results)
source = lines("one\ntwo\nthree")
print(next(source), source.send("this"), next(source), source.gi_frame is not None)
source.close()
print(next(source, "exhausted"), source.gi_frame)


def primes():
    composites = {}
    for n in it.count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(p + n, []).append(p)


def fibonacci(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


def flatten(nested):
    for item in nested:
        if isinstance(item, collections.abc.Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten(item)
        else:
            yield item


print(list(it.islice(primes(), 10)), *it.takewhile(lambda n: n < 60, fibonacci()), list(flatten([1, [2, (3, [4, "five"]), {6}], b"7"])))
print(list(it.pairwise("abcd")), list(it.batched(range(7), 3)), [list(g) for _, g in it.groupby([1, 1, 3, 4, 6, 9], key=lambda n: n % 2)])
print(list(it.chain.from_iterable(zip("abc", "xyz"))), list(it.compress("abcdef", [1, 0, 1, 0, 1])), list(it.filterfalse(str.isdigit, "a1b2")), list(it.dropwhile(str.islower, "abCd")))
print(list(it.starmap(pow, [(2, 5), (3, 2)])), list(it.zip_longest("ab", "xyz", fillvalue="?")), list(it.permutations("abc", 2))[:4], list(it.combinations_with_replacement("ab", 2)), len(list(it.product("ab", repeat=5))))
first, second = it.tee(map(str, range(3)))
print(next(first), list(second), list(first), list(it.accumulate([1, 2, 3, 4], operator.mul)), list(it.repeat("x", 2)), list(zip(range(3), it.cycle("ab"))))
window = lambda seq, n: it.takewhile(lambda t: len(t) == n, (tuple(it.islice(seq, i, i + n)) for i in it.count()))
print(list(window("abcde", 3)), sum(map(operator.mul, range(4), range(4))), functools.reduce(math.gcd, [48, 36, 120]), dict(collections.Counter(map(len, "a bb cc ddd".split()))))
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as error:
    print(error)
try:
    next(it.islice([], 1))
except StopIteration as stop:
    print("stopped", stop.value)
try:
    list(it.batched("abc", 2, strict=True))
except ValueError as error:
    print(error)

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(statistics.mean(data), statistics.median_low(data), statistics.median_grouped(data), statistics.mode(data), statistics.multimode("aabbc"), round(statistics.pstdev(data), 6), statistics.quantiles(data, n=4), statistics.variance([1, 2, 3, 4]))
print(statistics.harmonic_mean([40, 60]), round(statistics.geometric_mean([54, 24, 36]), 6), statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.NormalDist(100, 15).cdf(130), statistics.fmean([1, 2], weights=[3, 1]))
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)
scores = []
for score in (33, 99, 77, 70, 89, 90, 100):
    insort(scores, score)
print(scores, "".join("FDCBA"[bisect([60, 70, 80, 90], s)] for s in scores), bisect_left(scores, 77), heapq.nsmallest(2, scores), heapq.heappushpop([1, 5], 0))
n = 0b1011_0110
print(f"{n:08b} {n.bit_count()} {n.bit_length()} {n & -n:b} {n & n - 1:b} {n ^ n >> 1:b} {~n & 0xff:08b} {n << 3 | n >> 5 & 7:x} {bool(n & 1 << 4)}", (-n).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\x4a", signed=True))
print(math.comb(10, 3), math.perm(5, 2), math.isqrt(99), math.prod([1.5, 2]), math.dist((0, 0), (3, 4)), math.lcm(4, 6), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1.0), math.copysign(3, -0.0), math.trunc(-2.7), math.remainder(7, 4), math.log2(1024), math.cbrt(27), math.sumprod([1, 2], [3, 4]))
for attempt in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.exp(1000), lambda: math.comb(2.0, 1), lambda: int("12x", 16), lambda: 1 << -1, lambda: (5).to_bytes(0), lambda: 2.5 // 0, lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: math.gcd(1.5)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
random.seed(7)
print(random.random(), random.sample(string.ascii_lowercase, k=5), random.choices(range(3), cum_weights=[1, 2, 10], k=5), random.binomialvariate(10, 0.5), random.expovariate(1.5), random.shuffle(letters := list("abcdef")), letters)
print(sorted(random.Random(1).sample(range(10**6), 3)), random.Random(b"x").randint(-5, 5), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 1.5), random.lognormvariate(0, 0.25), random.normalvariate(), random.gammavariate(2, 3))
