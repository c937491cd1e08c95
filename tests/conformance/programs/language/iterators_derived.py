"""Classes derived from `map`, `filter`, `zip`, `enumerate` and `reversed`: attributes, methods of their own, and
`__next__` called where it is replaced. `__set_name__` may change the class; `bytes.strip` gives the same object."""


class Doubled(map):
    """Keeps how often it was asked."""

    def __new__(cls, *iterables):
        self = super().__new__(cls, lambda *items: sum(items) * 2, *iterables)
        self.asked = 0
        return self

    def __next__(self):
        self.asked += 1
        return super().__next__()


doubled = Doubled([1, 2], (10, 20))
print(list(doubled), doubled.asked, type(doubled).__mro__[1:], iter(doubled) is doubled)


class Pairs(zip):
    name = 'pairs'


pairs = Pairs('ab', [1, 2], strict=True)
pairs.note = 'noted'
print(next(pairs), pairs.name, pairs.note, dict(pairs), isinstance(pairs, zip), Pairs.__base__)


class Numbered(enumerate):
    def __init__(self, iterable, start=0):
        print('init', iterable, start)

    def __repr__(self):
        return 'Numbered'


numbered = Numbered('xy', start=5)
print(numbered, [item for item in numbered])


class Kept(filter):
    pass


class Backwards(reversed):
    def __len__(self):
        return 2


backwards = Backwards([1, 2])
print(list(Kept(None, [0, 1, '', 'a'])), len(backwards), *backwards)
print({Kept(None, []): 1} == {}, hash(pairs) == hash(pairs), pairs == pairs, pairs == Pairs())
try:
    zip.__new__(dict)
except TypeError as error:
    print(error)


class Replacing:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __set_name__(self, owner, name):
        print('set_name', name)
        setattr(owner, self.name, self.value)


class Owner:
    first = Replacing('second', 'put by first')
    second = Replacing('first', 'put by second')
    third = Replacing('fourth', 'new')


print(Owner.first, Owner.second, Owner.fourth)


class Removing:
    def __init__(self, name):
        self.name = name

    def __set_name__(self, owner, name):
        print('removes', self.name)
        delattr(owner, self.name)


class Emptied:
    one = Removing('two')
    two = Removing('one')


print([name for name in vars(Emptied) if not name.startswith('_')])

data, array = b'data', bytearray(b'data')
print(data.strip() is data, data.strip(b'x') is data, array.strip() is array, data.lstrip(b'd') is data)
for base in (0.0, -0.0, 1.0, -1.0, 2.0):
    print([base ** exponent for exponent in (float('inf'), float('-inf'))])
