"""What `throw` is given reaches a delegate's own `throw` as it was given; a StopIteration that is thrown into a plain
iterator is its end; and what a StopIteration carries comes through the built-in iterators."""


class Watcher:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        return self.left

    def throw(self, *given):
        print('  thrown', given)
        if given[0] == 'stop':
            raise StopIteration('stopped')
        return 'from throw'


def delegate(iterator):
    result = yield from iterator
    print('  delegate got', result)
    yield 'over'


def twice(iterator):
    yield from delegate(iterator)


print('as it was given')
outer = twice(Watcher())
print(next(outer))
print(outer.throw(12))
print(outer.throw(ZeroDivisionError))
print(repr(outer.throw(KeyError('key'))))
print(outer.throw('stop'))

print('not an exception, and nobody to take it')
plain = delegate([1, 2])
next(plain)
try:
    plain.throw(12)
except TypeError as error:
    print(error)

print('the end of an iterator that is thrown at')
plain = delegate(range(3))
next(plain)
print(plain.throw(StopIteration('early')))


driven = delegate(iter([1]))
next(driven)
try:
    driven.throw(ValueError('through'))
except ValueError as error:
    print(error, driven.gi_frame)


class Ending:
    def __init__(self, *args):
        self.args = args

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(*self.args)


def returns(value):
    return value
    yield


def fail(item):
    if item == 2:
        raise StopIteration('from the function')
    return item


print('what an end carries')
for iterator in (enumerate(Ending(1)), map(str, Ending(2)), filter(None, Ending(3)), zip('ab', Ending(4)),
                 enumerate(returns(5)), map(fail, [2]), filter(fail, [2]), zip(map(fail, [2])),
                 zip('a', Ending(6), strict=True), enumerate([])):
    try:
        next(iterator)
    except StopIteration as stop:
        print(type(iterator).__name__, stop.args)
    except ValueError as error:
        print(type(iterator).__name__, error)
print(list(delegate(map(fail, range(9)))))
print(next(enumerate(Ending(7)), 'default'), list(zip(Ending(8))), [*map(str, Ending(9))])
for item in enumerate(returns(10)):
    print('never')


class Bad(Exception):
    def __new__(cls):
        return 1


for throw in (delegate([1]).throw, delegate(Watcher()).throw):
    try:
        throw(Bad)
    except TypeError as error:
        print(error)
try:
    raise Bad
except TypeError as error:
    print(error)
