# Generators and coroutines driven by hand.

def gen():
    print('start')
    try:
        while True:
            try:
                x = (yield 'ready')
                print('got', x)
            except ValueError as e:
                print('caught', e)
                yield 'recovered'
    finally:
        print('cleanup')

g = gen()
print(next(g), g.send(1), g.throw(ValueError('v')), next(g))
g.close()
print(g.gi_frame, g.gi_running)

def sub():
    r = (yield 1)
    print('sub got', r)
    return 'result'

def outer():
    x = (yield from sub())
    print('x', x)
    y = (yield from [10, 20])
    return (x, y)

o = outer()
print(next(o), o.send('hey'), next(o))
try:
    next(o)
except StopIteration as e:
    print(e.value)

def bad():
    yield 1
    raise StopIteration

b = bad()
next(b)
try:
    next(b)
except RuntimeError as e:
    print(e, repr(e.__cause__))

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
try:
    gen().send(5)
except TypeError as e:
    print(e)

def selfish():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield

me = selfish()
next(me)

def pipeline(*stages):

    def run(data):
        for st in stages:
            data = st(data)
        return data
    return run

evens = lambda it: (x for x in it if x % 2 == 0)
squares = lambda it: (x * x for x in it)
print(list(pipeline(evens, squares, sorted)(range(10))), sum((x for x in range(5))), {x: x ** 2 for x in range(3)}, {c for c in 'aab'} == {'a', 'b'}, [(x, y) for x in range(3) if x for y in 'ab'])

def averager():
    total = n = 0
    avg = None
    while True:
        t = (yield avg)
        if t is None:
            return total / n
        total += t
        n += 1
        avg = total / n

def grouper(res, key):
    while True:
        res[key] = (yield from averager())

res = {}
gr = grouper(res, 'k')
next(gr)
[gr.send(v) for v in (1, 2, 6)]
gr.send(None)
print(res)

class Countdown:

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1

    def __reversed__(self):
        yield from range(1, self.n + 1)

print(list(Countdown(3)), list(reversed(Countdown(3))), *Countdown(2))
a, *b, c = Countdown(5)
print(a, b, c)
first, *_ = 'xyz'
print(first, _)
for bad in (lambda: exec('a, b = 1, 2, 3'), lambda: exec('a, b, *c = [1]'), lambda: exec('a, b = 5'), lambda: exec('(a, b), c = 1, 2'), lambda: exec('a, b = {}')):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

class It:

    def __init__(self):
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.i += 1
        if self.i > 3:
            raise StopIteration
        return self.i

print(list(zip(It(), 'ab')), list(map(lambda x, y: x + y, It(), [10, 20])), 2 in It(), max(It()), list(iter(iter([3, 2, 1, 0]).__next__, 1)), dict(enumerate('ab', 1)), any((x > 2 for x in It())))
import inspect

def coro():
    print('c1')
    x = (yield)
    print('c2', x)

print(inspect.isgenerator(coro()), inspect.isgeneratorfunction(coro), gen.__name__, g.__name__, g.__qualname__, type(g), [x for x in (i for i in 'ab')])
from contextlib import closing
with closing(gen()) as gg:
    print(next(gg))

async def agen():
    for i in range(3):
        try:
            yield i
        finally:
            print('f', i)

import asyncio

async def main():
    print([x async for x in agen() if x], {x: 1 async for x in agen()})
    ag = agen()
    print(await anext(ag), await ag.asend(None))
    await ag.aclose()
    print(await anext(ag, 'dflt'))
    try:
        await anext(ag)
    except StopAsyncIteration:
        print('SAI')
    try:
        for x in agen():
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        await gen()
    except TypeError as e:
        print(e)
    try:
        list(agen())
    except TypeError as e:
        print(e)

asyncio.run(main())

async def co():
    return 7

k = co()
try:
    k.send(None)
except StopIteration as e:
    print(e.value)
try:
    k.send(None)
except RuntimeError as e:
    print(e)
import types

@types.coroutine
def sw():
    return (yield 'switch')

async def user():
    return await sw() + 1

u = user()
print(u.send(None))
try:
    u.send(41)
except StopIteration as e:
    print(e.value)
co()
