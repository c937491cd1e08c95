# What functions that CPython has in C say when their arguments do not fit.
import bisect
import collections
import functools
import heapq
import itertools
import operator

calls = """
itertools.repeat()
itertools.repeat(1, 2, 3)
itertools.repeat(1, 'a')
itertools.count(1, 'a')
itertools.count(1, 2, 3)
itertools.count(first=1)
itertools.cycle()
itertools.cycle([1], 2)
itertools.islice('abc')
itertools.islice('abc', 1, -1)
itertools.islice('abc', 1, 2, 3, 4)
itertools.islice('abc', stop=3)
itertools.chain.from_iterable()
itertools.chain(a=1)
itertools.compress('a')
itertools.compress(1, 2)
itertools.dropwhile(1)
itertools.starmap(pow)
itertools.accumulate()
itertools.accumulate([1], operator.mul, 3)
itertools.accumulate([1], func=max, start=3)
itertools.batched('abc')
itertools.batched('abc', 'x')
itertools.combinations('ABCD')
itertools.combinations('ABCD', 'x')
itertools.permutations('ABC', 'a')
itertools.product('ab', repeat='x')
itertools.product('ab', times=1)
itertools.pairwise()
itertools.groupby()
itertools.groupby([1], 2, 3)
itertools.tee()
itertools.tee('ab', -1)
functools.reduce(operator.add, 5)
functools.cmp_to_key()
functools.cmp_to_key(lambda a, b: a - b)(3) < 3
functools.lru_cache(maxsize=None)(5)
functools.cache(5)
functools.partialmethod(5)
collections.deque([1], 2, 3)
collections.deque(size=1)
collections.deque().append()
collections.deque().append(1, 2)
collections.deque().pop(1)
collections.deque().rotate('a')
collections.deque().rotate(1, 2)
collections.deque().insert(1)
collections.deque().index('z')
collections.Counter([[1]])
collections.Counter('ab').most_common('a')
heapq.heappop()
heapq.heappush([1])
heapq.heapify()
bisect.bisect([1])
bisect.bisect([1], 1, key=len, at=2)
operator.add(1)
operator.add(1, 2, 3)
operator.neg()
operator.add(1, b=2)
bytearray().extend('s')
"""
for call in calls.strip().splitlines():
    try:
        print(call, "->", eval(call))
    except Exception as error:
        print(call, "!!", type(error).__name__, error)
queue = collections.deque()
try:
    queue.maxlen = 4
except AttributeError as error:
    print(error)
