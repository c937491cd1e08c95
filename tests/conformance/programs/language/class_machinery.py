class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v):
        if v == 13: raise ValueError("unlucky")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): del obj.__dict__[self.name]
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; print("init_subclass", cls.__name__, tag)
    d = Desc()
class A(Base, tag="a"): pass
a = A(); print(a.d); a.d = 5; print(a.d, A.d.name); del a.d; print(a.d)
try: a.d = 13
except ValueError as e: print(e)
try:
    class Bad(Base, nope=1): pass
except TypeError as e: print(e)
class Meta(type):
    def __prepare__(name, bases, **kw): print("prepare", name, kw); return {}
    def __new__(m, name, bases, ns, **kw):
        print("new", name, "x" in ns, kw); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("call", a, k); return super().__call__(*a, **k)
    def __getattr__(cls, n): return f"meta-{n}"
    def __len__(cls): return 42
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == 1
    def __instancecheck__(cls, o): return o == "inst"
    def __subclasscheck__(cls, c): return c is int
    @property
    def prop(cls): return cls.__name__ + "!"
class M(metaclass=Meta, flag=True):
    x = 1
    def __init__(self, v): self.v = v
print(M(3).v, M.nothing, len(M), list(M), 1 in M, isinstance("inst", M), issubclass(int, M), M.prop, type(M))
class Sub(M): pass
print(type(Sub), Sub.__mro__)
class S:
    __slots__ = ("a", "b", "__weakref__")
    c = 5
s = S(); s.a = 1
print(s.a, S.a, s.c)
for f in (lambda: s.b, lambda: setattr(s, "z", 1), lambda: s.__dict__, lambda: delattr(s, "b"), lambda: setattr(s, "c", 2)):
    try: print(f())
    except AttributeError as e: print(e)
try:
    class T:
        __slots__ = ("x",); x = 1
except ValueError as e: print(e)
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): "the doc"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): print("deleted")
    @property
    def ro(self): return 1
    @classmethod
    def cm(cls, x=1): return cls, x
    @staticmethod
    def sm(x): return x
p = P(); p.v = 9; print(p.v, P.v.__doc__, P.cm(), p.cm(2), P.sm(3), p.sm(4)); del p.v
try: p.ro = 2
except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
class X(A): 
    def who(self): return "X"
class Y(A):
    def who(self): return "Y"
class Z(X, Y):
    def who(self): return "Z" + super().who() + super(X, self).who()
print(Z().who(), [c.__name__ for c in Z.__mro__])
try:
    class Q(A, X): pass
except TypeError as e: print(e)
try:
    class R(int, str): pass
except TypeError as e: print(e)
try:
    class R2(bool): pass
except TypeError as e: print(e)
print(A.__subclasses__(), Z.__bases__, Z.__base__, Z.__qualname__, Z.__module__, Z.__dict__.keys())
class G:
    def __getattr__(self, n): return f"dyn {n}"
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError("hidden")
        return super().__getattribute__(n)
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
    def __dir__(self): return ["b", "a"]
g = G(); g.x = 1; print(g.x, g.y, g.secret, dir(g)); del g.x
class N:
    def __new__(cls, *a): print("new", a); return super().__new__(cls)
    def __init__(self, *a): print("init", a)
    def __init_subclass__(cls): pass
    def __class_getitem__(cls, i): return f"{cls.__name__}[{i}]"
    def __call__(self, *a, **k): return a, k
    def __repr__(self): return "N()"
    def __format__(self, spec): return f"<{spec}>"
    def __bool__(self): return False
    def __index__(self): return 3
    def __hash__(self): return 7
    def __eq__(self, o): return NotImplemented
    def __sizeof__(self): return 1
    def __reversed__(self): return "rev"
n = N(1); print(N[int], n(1, a=2), f"{n:x}", bool(n), [0, 1, 2, 3][n], hash(n), n == n, n != 1, reversed(n), bin(n), "%d" % 3)
try: object().x = 1
except AttributeError as e: print(e)
try: int.x = 1
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
class NoInit: pass
try: NoInit(1)
except TypeError as e: print(e)
class WithInit:
    def __init__(self): return 5
try: WithInit()
except TypeError as e: print(e)
print(type("Dyn", (A,), {"f": lambda self: 1}, tag="dyn")().f())
