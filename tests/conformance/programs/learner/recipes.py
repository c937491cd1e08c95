# Recipes with itertools and functools.

import itertools, operator, functools, random
from itertools import *
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([1, 2], initial=10)), list(batched('ABCDEFG', 3)), list(chain('ab', [1])), list(chain.from_iterable(['ab', 'cd'])), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(compress('abcd', [1, 0, 1, 0])), list(islice(count(10, 2.5), 3)), list(islice(cycle('ab'), 5)), list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(None, [0, 1, 2])))
for k, g in groupby(sorted('apple avocado banana blueberry cherry'.split()), key=operator.itemgetter(0)):
    print(k, list(g))
print(list(pairwise('abcd')), list(permutations([1, 2, 3], 2)), list(product('ab', repeat=2)), list(repeat(7, 3)), list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(str.isalpha, 'ab1c')), list(zip_longest('abc', 'x', fillvalue='-')))
a, b = tee(iter([1, 2, 3]))
print(next(a), list(b), list(a))

def take(n, it):
    return list(islice(it, n))

def tabulate(f, start=0):
    return map(f, count(start))

def sliding_window(it, n):
    it = iter(it)
    w = __import__('collections').deque(islice(it, n - 1), maxlen=n)
    for x in it:
        w.append(x)
        yield tuple(w)

def partition(pred, it):
    t1, t2, p = tee(it, 2) + (None,)
    return (filterfalse(pred, t1), filter(pred, t2))

def powerset(it):
    s = list(it)
    return chain.from_iterable((combinations(s, r) for r in range(len(s) + 1)))

def unique_everseen(it, key=None):
    seen = set()
    for e in it:
        k = e if key is None else key(e)
        if k not in seen:
            seen.add(k)
            yield e

print(take(3, tabulate(lambda x: x * x)), list(sliding_window('ABCDE', 3)), [list(x) for x in partition(lambda x: x % 2, range(6))], list(powerset([1, 2, 3])), ''.join(unique_everseen('AAAABBBCCDAABBB')))
print(functools.reduce(operator.add, [[1], [2]], []), functools.partial(int, base=2)('101'), functools.partial(print, 'x', sep='-'))

@functools.lru_cache(maxsize=2)
def sq(x):
    print('calc', x)
    return x * x

(sq(1), sq(2), sq(1), sq(3), sq(2))
print(sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(9))
sq.cache_clear()
print(sq.cache_info())

@functools.singledispatch
def show(x):
    return f'obj {x}'

@show.register
def _(x: int):
    return f'int {x}'

@show.register(list)
def _(x):
    return f'list of {len(x)}'

@show.register
def _(x: str | bytes):
    return 'text'

print(show(1), show([1]), show('a'), show(b''), show(2.5), show(True), show.dispatch(bool).__name__, sorted((t.__name__ for t in show.registry)))

class T:

    @functools.singledispatchmethod
    def m(self, a):
        return 'base'

    @m.register
    def _(self, a: int):
        return 'int'

    @functools.cached_property
    def cp(self):
        print('computing')
        return 5

t = T()
print(t.m(1), t.m('x'), t.cp, t.cp, vars(t))
del t.cp
print(t.cp)

def deco(arg=None, *, times=1):

    def outer(f):

        @functools.wraps(f)
        def inner(*a, **k):
            """inner doc"""
            return [f(*a, **k) for _ in range(times)]
        return inner
    return outer(arg) if callable(arg) else outer

@deco
def one():
    """doc one"""
    return 1

@deco(times=3)
def three(x, /, y=2, *, z):
    """doc three"""
    return x + y + z

import inspect
print(one(), three(1, z=3), one.__name__, three.__doc__, inspect.signature(three), three.__wrapped__.__name__)
print(functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)('-5'))
print(count(1), count(1, 2), repeat(3), repeat(1, 2), cycle('a').__class__, product([1]).__class__, islice([1], 1).__class__)
for bad in (lambda: islice([1], -1), lambda: combinations('a', -1), lambda: batched('a', 0), lambda: list(batched('abc', 2, strict=True)), lambda: functools.reduce(operator.add, []), lambda: list(zip('ab', 'a', strict=True)), lambda: next(iter([]))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
p = functools.partial(max, key=len)
print(p('aa', 'b'), p.func, p.keywords, p.args, repr(functools.partial(three, functools.Placeholder, 5))[:30])
