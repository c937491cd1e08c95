class Descr:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, cls=None):
        return self if obj is None else getattr(obj, self.name, "unset")

    def __set__(self, obj, v):
        if v < 0:
            raise ValueError(f"{self.name[1:]} must be >= 0, got {v}")
        setattr(obj, self.name, v)


class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)

    def __init__(cls, *a, **kw):
        super().__init__(*a)

    def __call__(cls, *a, **k):
        print("call", cls.__name__)
        return super().__call__(*a, **k)

    def __iter__(cls):
        return iter(["it"])


class A(metaclass=Meta, flag=1):
    x = Descr()

    def __init__(self, x=0):
        self.x = x

    def __getattr__(self, n):
        return f"<{n}>"

    def __eq__(self, o):
        return isinstance(o, A) and self.x == o.x

    def __bool__(self):
        return self.x > 0

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return ("slice", i.start, i.stop, i.step) if isinstance(i, slice) else i * 2

    def __contains__(self, i):
        return i == 7

    def __call__(self, *a, **k):
        return a, k

    def __iadd__(self, o):
        self.x += o
        return self

    def __rmul__(self, o):
        return f"{o}*A"

    def __matmul__(self, o):
        return "mat"

    def __neg__(self):
        return A(100)

    def __enter__(self):
        return self

    def __exit__(self, *a):
        print("exit", a[0])
        return True


class B(A):
    @property
    def p(self):
        "doc"
        return self._p

    @p.setter
    def p(self, v):
        self._p = v * 2

    @p.deleter
    def p(self):
        del self._p
        print("deleted")

    @classmethod
    def make(cls, *a):
        return cls(*a)

    @staticmethod
    def st(a, b=2, *, c):
        return a + b + c

    def __repr__(self):
        return f"B({self.x})"

    __str__ = lambda self: "str B"
    __hash__ = None


a = A(3)
a += 4
b = B.make(2)
b.p = 5
print(b.p, a.x, b, repr(b), f"{b!r} {b!s} {b}", B.st(1, c=3))
del b.p
print(
    a[1],
    a[1:2],
    a[::3],
    7 in a,
    a(1, k=2),
    5 * a,
    a @ a,
    (-a).x,
    bool(B()),
    len(a),
    list(A),
    a.zzz,
    a == A(7),
    a != b,
)
with a:
    raise ValueError("suppressed")
try:
    a.x = -1
except ValueError as e:
    print(e)
try:
    hash(b)
except TypeError as e:
    print(e)
try:
    B.st(1)
except TypeError as e:
    print(e)
try:
    A(1, 2)
except TypeError as e:
    print(e)
try:
    a < b
except TypeError as e:
    print(e)


class S:
    __slots__ = ("a", "b")


s = S()
s.a = 1
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    s.b
except AttributeError as e:
    print(e)


class X:
    def hi(self):
        return "X"


class Y(X):
    def hi(self):
        return "Y" + super().hi()


class Z(X):
    def hi(self):
        return "Z" + super().hi()


class W(Y, Z):
    def hi(self):
        return "W" + super().hi()


print(W().hi(), [c.__name__ for c in W.__mro__], isinstance(W(), X), issubclass(W, (int, Z)))
try:

    class Q(X, W):
        pass
except TypeError as e:
    print(e)
print(
    type("Dyn", (X,), {"v": 1})().hi(),
    vars(b),
    W.__name__,
    B.p.__doc__,
    callable(a),
    getattr(a, "x"),
    hasattr(s, "b"),
)
