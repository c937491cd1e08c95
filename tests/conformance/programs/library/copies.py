# Copies, shallow and deep, and the methods by which objects take part in them.

import copy, datetime, collections, enum, decimal, threading

class A:

    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return self.x == o.x

class S:
    __slots__ = ('a', 'b')

class R:

    def __init__(self, n, log):
        self.n, self.log = (n, log)
        log.append(n)

    def __reduce__(self):
        return (R, (self.n, self.log), {'extra': 1})

class G:

    def __init__(self):
        self.keep, self.drop = ([1], 'conn')

    def __getstate__(self):
        d = self.__dict__.copy()
        del d['drop']
        return d

    def __setstate__(self, d):
        self.__dict__.update(d)
        self.drop = 'reopened'

class L(list):

    def __init__(self, *a):
        super().__init__(a)
        self.tag = 't'

class D(dict):
    pass

class E(Exception):

    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code

class NT(collections.namedtuple('NT', 'a b')):
    pass

class Col(enum.Enum):
    RED = [1]

a = A([1, 2])
b = copy.copy(a)
c = copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c == a)
s = S()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, 'b'))
r = R(1, [])
r2 = copy.copy(r)
print(r2.extra, r2.log)
r3 = copy.deepcopy(r)
print(r3.log, r.log)
g = G()
print(copy.copy(g).drop, copy.deepcopy(g).keep is g.keep)
l = L(1, [2])
m = copy.deepcopy(l)
print(m, type(m), m.tag, m[1] is l[1])
print(copy.copy(l).tag)
d = D(a=[1])
d.z = 5
e = copy.deepcopy(d)
print(e, type(e), e.z, copy.copy(d).z)
print(copy.deepcopy(NT(1, [2])), type(copy.copy(NT(1, 2))), copy.deepcopy(Col.RED) is Col.RED, copy.copy(Col.RED) is Col.RED)
for x in (collections.OrderedDict(a=[1]), collections.defaultdict(list, a=[1]), collections.deque([[1]], 3), collections.Counter('aab'), collections.ChainMap({1: [2]}), datetime.date(2024, 1, 1), datetime.timedelta(3), decimal.Decimal('1.5'), range(3), {1: (2, [3])}, frozenset([1]), bytearray(b'x'), slice(1), len, A, 3 + 4j, None, ..., print, lambda: 0):
    y = copy.deepcopy(x)
    print(type(y).__name__, y == x, y is x, copy.copy(x) is x)
try:
    copy.deepcopy(threading.Lock())
except TypeError as err:
    print(err)
try:
    copy.copy((x for x in []))
except TypeError as err:
    print(err)
try:
    copy.deepcopy({'f': (i for i in [])})
except TypeError as err:
    print(err)
x = [1]
x.append(x)
y = copy.deepcopy(x)
print(y[1] is y)
z = A(None)
z.x = z
w = copy.deepcopy(z)
print(w.x is w)
shared = [0]
p = copy.deepcopy([shared, shared])
print(p[0] is p[1])
memo = {}
q = copy.deepcopy(shared, memo)
print(memo[id(shared)] is q, len(memo))

class Tree:

    def __init__(self, v, *kids):
        self.v, self.kids, self.parent = (v, list(kids), None)
        [setattr(k, 'parent', self) for k in kids]

tt = copy.deepcopy(Tree(1, Tree(2), Tree(3)))
print(tt.kids[0].parent is tt)

class P:

    def __init__(self, x, y):
        self.x, self.y = (x, y)

    def __replace__(self, **k):
        return P(**self.__dict__ | k)

print(vars(copy.replace(P(1, 2), y=5)))
try:
    copy.replace(3, a=1)
except TypeError as err:
    print(err)

class Single:
    _i = None

    def __new__(cls):
        cls._i = cls._i or super().__new__(cls)
        return cls._i

    def __copy__(self):
        return self

    def __deepcopy__(self, m):
        return self

print(copy.deepcopy(Single()) is Single(), copy.deepcopy([Single()])[0] is Single())

class Arg:

    def __new__(cls, v):
        o = super().__new__(cls)
        o.v = v
        return o

    def __getnewargs__(self):
        return (self.v,)

print(copy.copy(Arg(4)).v, copy.deepcopy(Arg([4])).v)

class NoPickle:

    def __reduce_ex__(self, p):
        raise TypeError('never')

try:
    copy.copy(NoPickle())
except TypeError as err:
    print(err)
ex = E(1, 'm') if True else 0
try:
    copy.copy(ex)
except TypeError as err:
    print(err)
print(object().__reduce_ex__(2)[0].__name__, a.__reduce_ex__(4)[1:], a.__getstate__(), s.__getstate__(), object().__getstate__())
