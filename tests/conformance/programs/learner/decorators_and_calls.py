# Decorators of every kind, closures, and the messages of wrong calls.

import time, functools, threading, queue, heapq, string, sys, os
from typing import Callable

def timed(f):

    @functools.wraps(f)
    def w(*a, **k):
        t = time.perf_counter()
        r = f(*a, **k)
        el = time.perf_counter() - t
        print(f'{f.__name__} took {('some' if el >= 0 else 'no')} time')
        return r
    return w

def retry(times=3, exceptions=(Exception,), delay=0.01):

    def deco(f):

        @functools.wraps(f)
        def w(*a, **k):
            for n in range(1, times + 1):
                try:
                    return f(*a, **k)
                except exceptions as e:
                    print(f'attempt {n} failed: {e!r}')
                    if n == times:
                        raise
                    time.sleep(delay)
        return w
    return deco

class CountCalls:

    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = (f, 0)

    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)

    def __get__(self, o, t=None):
        return self if o is None else functools.partial(self, o)

def memo(f):
    cache = {}

    @functools.wraps(f)
    def w(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    w.cache = cache
    return w

def validate(**types):

    def deco(f):
        names = f.__code__.co_varnames[:f.__code__.co_argcount]

        @functools.wraps(f)
        def w(*a, **k):
            for n, v in (dict(zip(names, a)) | k).items():
                if n in types and (not isinstance(v, types[n])):
                    raise TypeError(f'{n} must be {types[n].__name__}, got {type(v).__name__}')
            return f(*a, **k)
        return w
    return deco

def singleton(cls):
    inst = {}

    def get(*a, **k):
        if cls not in inst:
            inst[cls] = cls(*a, **k)
        return inst[cls]
    return get

state = {'n': 0}

@retry(times=3, exceptions=(ValueError,))
def flaky():
    state['n'] += 1
    if state['n'] < 3:
        raise ValueError(f'try {state['n']}')
    return 'ok'

@timed
@memo
def fib(n):
    """Fibonacci."""
    return n if n < 2 else fib.__wrapped__.__wrapped__(n - 1) + fib.__wrapped__.__wrapped__(n - 2)

@CountCalls
def hello(name):
    """Say hello."""
    return f'hello {name}'

@validate(a=int, b=str)
def g(a, b='x'):
    return b * a

@singleton
class Conf:

    def __init__(self):
        print('conf made')
        self.v = 1

class K:

    @CountCalls
    def m(self, x):
        return x * 2

print(flaky(), fib(12), fib.__doc__, fib.__name__)
print(hello('a'), hello('b'), hello.n, hello.__doc__, hello.__wrapped__.__name__)
print(g(2, 'ab'), K().m(4))
try:
    g('x')
except TypeError as e:
    print(e)
print(Conf() is Conf())
state['n'] = -10

def outer(x):
    count = 0

    def inner():
        nonlocal count, x
        count += 1
        x *= 2
        return (count, x)
    return inner

i = outer(5)
i()
print(i(), i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars)
fs = [lambda: n for n in range(3)]
print([f() for f in fs], [f() for f in [lambda n=n: n for n in range(3)]])

def default(x, l=[]):
    l.append(x)
    return l

print(default(1), default(2), default.__defaults__)

def kinds(a, /, b, *args, c, d=4, **kw):
    return (a, b, args, c, d, kw)

print(kinds(1, 2, 3, c=5, e=6), kinds(*[1, 2], **{'c': 3}))
for call in ('kinds()', 'kinds(1)', 'kinds(1, 2)', 'kinds(a=1, b=2, c=3)', 'kinds(1, 2, b=3, c=1)', 'g()', 'g(1, 2, 3)', 'g(a=1, z=2)', 'outer()', 'outer(1, 2)', 'K.m()', 'K().m()', '(lambda a, b: 0)(1)', '(lambda *, a: 0)()', '(lambda *, a, b: 0)()', '(lambda a, b, c, d: 0)()', "g(1, **{'a': 2})", "kinds(1, 2, c=3, **{'c': 4})", 'len()', "print(sepp='')", "''.join()", '[].append()', '[].append(1, 2)', '{}.get()', 'sorted()', 'sorted([], 1)', 'range()', 'isinstance(1)', 'dict(1)', 'str(1, 2, 3, 4)', 'K.m(1, 2, 3)', "''.split(1)", 'abs()', 'max(1)', 'object.__init__(1, 2)', 'g(**{1: 2})', 'g(*1)'):
    try:
        eval(call)
        print(call, 'ok')
    except Exception as e:
        print(call, '->', type(e).__name__, e)
x = 'global'

def scope():
    print(x)
    x = 1

try:
    scope()
except UnboundLocalError as e:
    print(e)

def scope2():

    def inner():
        print(y)
    inner()
    y = 1

try:
    scope2()
except NameError as e:
    print(e)
try:
    del nothing
except NameError as e:
    print(e)
print([n for n in dir() if n.startswith('st')], globals()['x'], 'x' in locals(), callable(scope), scope.__globals__ is globals())
exec('z = 5\nfor q in range(2): z += q')
print(z, eval('z * 2', {'z': 10}), eval('[w for w in range(z)]', {'z': 3}))

def rec(n):
    return rec(n + 1)

try:
    rec(0)
except RecursionError as e:
    print(e)

class Temp:

    def __del__(self):
        print('bye', self.n)

    def __init__(self, n):
        self.n = n

def scope3():
    t = Temp(1)
    print('in scope')

scope3()
t = Temp(2)
t = Temp(3)
del t
l = [Temp(4)]
l.clear()
d = {'a': Temp(5)}
print('end')
flaky()
