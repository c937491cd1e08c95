"""`inspect.getcallargs` tells what is wrong as a call would; `os.putenv` is for other programs alone; what a
StopIteration carries ends in `groupby` and `tee`."""
import inspect
import itertools
import os


def plain(a, b, c):
    pass


def named(a, b=2, /, *, c, d=4):
    pass


def rest(a, *args, c=3, **kw):
    pass


class Owner:
    def method(self, x):
        pass


for function, positional, keywords in [
    (plain, (), {}), (plain, (1,), {}), (plain, (1, 2), {}), (plain, (1, 2, 3, 4), {}), (plain, (1,), {'a': 2}),
    (plain, (1, 2), {'other': 3}), (plain, (1, 2, 3), {}), (named, (1,), {}), (named, (1, 2, 3), {'c': 1}),
    (named, (1,), {'c': 5}), (rest, (), {}), (rest, (1, 2, 3), {'e': 4}), (Owner().method, (), {}),
    (Owner().method, (1, 2), {}),
]:
    try:
        found = inspect.getcallargs(function, *positional, **keywords)
        print({name: value for name, value in found.items() if name != 'self'})
    except TypeError as error:
        print(error)

os.environ['SET'] = 'by environ'
os.putenv('PUT', 'by putenv')
os.unsetenv('SET')
print(os.getenv('SET'), os.getenv('PUT'))


def ending():
    yield 'item'
    return 'carried'


for make in (itertools.groupby, lambda items: itertools.tee(items)[0], itertools.chain, enumerate, list):
    iterator = iter(make(ending()))
    while True:
        try:
            next(iterator)
        except StopIteration as stop:
            print(type(iterator).__name__, stop.args)
            break
