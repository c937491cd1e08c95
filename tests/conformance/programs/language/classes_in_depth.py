# Metaclasses, descriptors, slots, operators, and what each wrong use of an object says.

class Meta(type):

    def __prepare__(name, bases, **kw):
        print('prepare', name, kw)
        return {'injected': 1}

    def __new__(m, name, bases, ns, **kw):
        print('new', name, sorted((k for k in ns if not k.startswith('__'))))
        return super().__new__(m, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        print('init', name)

    def __call__(cls, *a, **k):
        print('call', cls.__name__, a)
        return super().__call__(*a, **k)

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter('meta')

    def __getattr__(cls, n):
        return f'meta {n}'

    def __instancecheck__(cls, o):
        return o == 5 or super().__instancecheck__(o)

    def __repr__(cls):
        return f'<Meta {cls.__name__}>'

    def __contains__(cls, x):
        return x == 1

    @property
    def prop(cls):
        return 'metaprop'

class A(metaclass=Meta, flag=True):
    x = 1

    def __init__(self, v):
        print('A init', v)

class B(A):
    pass

a = A(3)
print(len(A), list(B), A.whatever, isinstance(5, A), isinstance(6, A), A, B.prop, 1 in A, type(A), B.injected, a.injected)
try:
    a.whatever
except AttributeError as e:
    print(e)

class Desc:

    def __init__(self, n):
        self.n = n

    def __get__(self, o, t):
        return (self.n, o is None, t.__name__)

class Data(Desc):

    def __set__(self, o, v):
        print('set', v)
        o.__dict__['d'] = v

    def __delete__(self, o):
        print('delete')

class C:
    n = Desc('nondata')
    d = Data('data')

c = C()
print(c.n, C.n, c.d)
c.n = 'inst'
c.d = 'x'
print(c.n, c.d, vars(c))
del c.d
del c.n
print(c.n)

class P:

    def __init__(self):
        self._v = 0

    @property
    def v(self):
        """The v."""
        return self._v

    @v.setter
    def v(self, x):
        self._v = x

    @v.deleter
    def v(self):
        print('del v')
    w = property(lambda s: 1)

p = P()
p.v = 4
print(p.v, P.v.__doc__, P.v.fget.__name__)
del p.v
for f in (lambda: setattr(p, 'w', 1), lambda: delattr(p, 'w'), lambda: p.zz, lambda: P.zz, lambda: setattr(object(), 'a', 1), lambda: setattr(3, 'real', 1), lambda: int.zz, lambda: setattr(int, 'a', 1), lambda: P(1), lambda: P.v.fget(), lambda: object(1), lambda: type('X', (int, str), {}), lambda: type('Y', (bool,), {}), lambda: super().x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:

    class X1(A, int):
        pass
except TypeError as e:
    print(e)

class I:
    pass

class J(I):
    pass

try:

    class K(I, J):
        pass
except TypeError as e:
    print(e)

class Slots:
    __slots__ = ('a', '__b')

    def __init__(self):
        self.a = 1
        self.__b = 2

s = Slots()
print(s.a, s._Slots__b, Slots.a)
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    del s.a
    s.a
except AttributeError as e:
    print(e)

class Proxy:

    def __init__(self, t):
        object.__setattr__(self, '_t', t)

    def __getattribute__(self, n):
        print('getattribute', n)
        return object.__getattribute__(self, n)

    def __getattr__(self, n):
        return getattr(self._t, n)

    def __setattr__(self, n, v):
        print('setattr', n)
        setattr(self._t, n, v)

    def __dir__(self):
        return ['z', 'a']

pr = Proxy([1])
print(pr.append(2), pr._t, dir(pr))

class Base:

    def __init_subclass__(cls, tag=None, **k):
        super().__init_subclass__(**k)
        print('sub', cls.__name__, tag)

class D1(Base, tag='t'):
    pass

try:

    class D2(Base, zz=1):
        pass
except TypeError as e:
    print(e)

class L:

    def who(self):
        return 'L'

class M1(L):

    def who(self):
        return 'M1>' + super().who()

class M2(L):

    def who(self):
        return 'M2>' + super().who()

class N(M1, M2):

    def who(self):
        return 'N>' + super().who()

print(N().who(), [k.__name__ for k in N.__mro__], N.__base__, N.__bases__, L.__subclasses__())
T = type('T', (L,), {'x': 5, 'hi': lambda self: f'hi {self.x}'})
print(T().hi(), T.__name__, T.__module__, T)

class Cls:

    def __class_getitem__(cls, k):
        return f'{cls.__name__}[{k}]'

    def __new__(cls, *a):
        print('new', a)
        return super().__new__(cls)

    def __init__(self, *a):
        print('init', a)

print(Cls[int, 3])
Cls(1)

class V:

    def __init__(self, x, y):
        self.x, self.y = (x, y)

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return V(self.x * k, self.y * k)
    __rmul__ = __mul__

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __neg__(self):
        return V(-self.x, -self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __repr__(self):
        return f'V({self.x}, {self.y})'

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __iadd__(self, o):
        self.x += o.x
        return self

    def __index__(self):
        return int(self.x)

    def __round__(self, n=None):
        return V(round(self.x, n), round(self.y, n))

    def __divmod__(self, k):
        return 'dm'

    def __invert__(self):
        return 'inv'

    def __complex__(self):
        return complex(self.x, self.y)

    def __missing__(self):
        pass

v = V(3, 4)
print(v + V(1, 1), sum([v, v]), 2 * v, v @ v, -v, abs(v), list(v), [*v], 'abcdef'[V(2, 0)], round(V(1.26, 2.34), 1), divmod(v, 2), ~v, complex(v), hex(v), max(*v), (*v, 9))
v += V(1, 0)
print(v)
for f in (lambda: v + 1, lambda: 1 + v, lambda: v - v, lambda: v < v, lambda: hash(v), lambda: v(), lambda: len(v), lambda: -P(), lambda: P()[0], lambda: P()['a'], lambda: iter(P()), lambda: next(P()), lambda: P() @ 1, lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + (), lambda: {} | [], lambda: 'a' * 'b', lambda: None + 1, lambda: int([]), lambda: float(None), lambda: {}[[]], lambda: 'a'['b'], lambda: [1]['0'], lambda: 1(), lambda: 'abc'.foo, lambda: [].push, lambda: {}.has_key, lambda: range(3).x, lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: len(5), lambda: sorted([1, 'a']), lambda: max([]), lambda: sum(['a']), lambda: ','.join([1]), lambda: int('1.5'), lambda: [].remove(1), lambda: [].index(1), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: (1, 2).index(3), lambda: 'a'.index('b'), lambda: [1, 2, 3].pop(9), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: range(1, 2, 0), lambda: chr(10 ** 8), lambda: ord('ab'), lambda: isinstance(1, 'int'), lambda: issubclass(1, int), lambda: open, lambda: getattr(1, 'zz'), lambda: [*5], lambda: f(**5), lambda: print(1, seq=2), lambda: int(x=5), lambda: ''.join(5), lambda: next([]), lambda: reversed({1}), lambda: zip(1), lambda: enumerate(5), lambda: abs('a'), lambda: round('a'), lambda: divmod(1, 0), lambda: bytes([256]), lambda: bytearray('a'), lambda: 'a'.encode('nope'), lambda: slice(), lambda: memoryview('a'), lambda: eval('1 +'), lambda: __import__('nope'), lambda: [].sort(5), lambda: {}.update(5), lambda: '{}'.format(), lambda: str(b'a', 5), lambda: type(1, 2), lambda: super(int, 'a'), lambda: vars(1), lambda: dir(1, 2), lambda: input.x, lambda: hash([]), lambda: frozenset([[]]), lambda: id(), lambda: pow(2), lambda: all(1), lambda: map(1), lambda: filter(1), lambda: list(map(1, [2])), lambda: list(filter(len, [1]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
