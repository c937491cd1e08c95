"""What `itertools` hands out it does not keep, and what it reads it does not close: objects go when their last user lets
go of them, and a generator goes on after the iterator over it is gone."""
import itertools


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('  gone', self.name)


def items():
    for name in 'abc':
        yield Item(name)


def true(*_):
    return True


def false(*_):
    return False


for name, make in [
    ('islice', lambda: itertools.islice(items(), 3)),
    ('compress', lambda: itertools.compress(items(), [1, 0, 1])),
    ('takewhile', lambda: itertools.takewhile(true, items())),
    ('dropwhile', lambda: itertools.dropwhile(false, items())),
    ('filterfalse', lambda: itertools.filterfalse(false, items())),
    ('chain', lambda: itertools.chain(items())),
    ('starmap', lambda: itertools.starmap(Item, 'xy')),
    ('batched', lambda: itertools.batched(items(), 2)),
]:
    print(name)
    iterator = make()
    while True:
        try:
            value = next(iterator)
        except StopIteration:
            break
        print('  got', getattr(value, 'name', type(value).__name__))
        del value
        print('  next')
    del iterator


def numbers():
    try:
        for number in range(9):
            yield number
    finally:
        print('  closed')


for name, make in [
    ('chain', itertools.chain), ('islice', lambda values: itertools.islice(values, 5)),
    ('dropwhile', lambda values: itertools.dropwhile(false, values)), ('pairwise', itertools.pairwise),
]:
    print(name)
    source = numbers()
    iterator = make(source)
    print(' ', next(iterator), next(iterator))
    del iterator
    print('  left', next(source))
    source.close()
