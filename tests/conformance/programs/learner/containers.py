# The classes of collections, and containers made from the abstract ones.

import collections
from collections import *
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], sorted(c.elements()), c.total(), c + Counter('abc'), c - Counter('aaaaaab'), c & Counter('aab'), c | Counter(z=3), +Counter(a=-1, b=2), -Counter(a=-1))
c.update('zzz')
c.subtract({'a': 2})
print(c)
del c['a']
print(c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), list(Counter({'x': 2, 'y': 0}).items()))
d = deque([1, 2, 3], maxlen=4)
d.appendleft(0)
d.append(4)
print(d, d.maxlen)
d.rotate(-1)
print(d, d[1], d.index(4), d.count(2))
d.extendleft('ab')
print(d)
d.insert(0, 9) if len(d) < 4 else print('full')
try:
    d.insert(1, 1)
except IndexError as e:
    print(e)
try:
    deque().pop()
except IndexError as e:
    print(e)
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
od.move_to_end('a')
od.move_to_end('c', last=False)
print(od, od.popitem(last=False), list(reversed(od)), od == {'a': 1, 'b': 2}, od == OrderedDict([('a', 1), ('b', 2)]))
dd = defaultdict(list)
[dd[k].append(v) for k, v in [('x', 1), ('y', 2), ('x', 3)]]
print(dd, dict(dd), dd.default_factory, dd.get('q'), 'q' in dd)
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print({k: {kk: dict(vv) for kk, vv in v.items()} for k, v in t.items()})
P = namedtuple('P', 'x y z', defaults=[0])
p = P(1, 2)
print(p, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p + (4,), p == (1, 2, 0), P.__doc__, P.x.__doc__, p.x, p[-1])
try:
    P(1)
except TypeError as e:
    print(e)
try:
    P._make([1])
except TypeError as e:
    print(e)
try:
    p.x = 3
except AttributeError as e:
    print(e)
for bad in ('a a', 'class', '_x', '1a'):
    try:
        namedtuple('B', bad)
    except ValueError as e:
        print(e)
print(namedtuple('R', ['a', 'def', 'a'], rename=True)._fields)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(cm, cm['b'], list(cm), cm.new_child({'c': 1}), cm.parents, len(cm), dict(cm))
cm['b'] = 9
print(cm.maps)
try:
    del cm['zz']
except KeyError as e:
    print(e)

class Lower(UserDict):

    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())

l = Lower(A=1, B=2)
l['C'] = 3
print(l, l['a'], 'A' in l, len(l), l.pop('b'), l | {'D': 4}, list(l.items()))

class L(UserList):

    def append(self, x):
        super().append(x * 2)

u = L([1])
u.append(2)
print(u, u + [3], u[0:1], type(u[:]), u * 2, 4 in u, u.data)

class S(UserString):

    def shout(self):
        return self.__class__(self.data.upper() + '!')

print(S('hi').shout(), S('a') + 'b', repr(S('x')), S('abc')[1], len(S('abc')), S('a,b').split(','))

class Missing(dict):

    def __missing__(self, k):
        return f'<{k}>'

print('{a} {b}'.format_map(Missing(a=1)), Missing()['q'])
from collections.abc import *
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance('', Iterable), issubclass(deque, MutableSequence), isinstance(range(3), Sequence), isinstance(len, Callable), isinstance((x for x in []), Generator), isinstance({}.keys(), KeysView))

class Ring(MutableSequence):

    def __init__(self, *a):
        self._d = list(a)

    def __getitem__(self, i):
        return self._d[i % len(self._d)]

    def __setitem__(self, i, v):
        self._d[i] = v

    def __delitem__(self, i):
        del self._d[i]

    def __len__(self):
        return len(self._d)

    def insert(self, i, v):
        self._d.insert(i, v)

r = Ring(1, 2, 3)
r.append(4)
r += [5]
r.reverse()
print(r._d, r[7], r.pop(), r.index(3), r._d)
r.extend(r[:1] if False else [7])
r.clear() if False else None

class OddSet(Set):

    def __init__(self, it):
        self.e = [x for x in dict.fromkeys(it) if x % 2]

    def __contains__(self, x):
        return x in self.e

    def __iter__(self):
        return iter(self.e)

    def __len__(self):
        return len(self.e)

a, b = (OddSet(range(6)), OddSet([3, 5, 7]))
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == OddSet([1, 3, 5]), a.isdisjoint(b))
try:
    Mapping()
except TypeError as e:
    print(e)
try:
    Counter.fromkeys('ab')
except NotImplementedError as e:
    print(e)
print(collections.Counter('a b'.split()), repr(deque()), OrderedDict(), defaultdict(int), ChainMap(), UserDict(), UserList())
