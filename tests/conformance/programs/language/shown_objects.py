import sys, asyncio, functools, collections, types, itertools
def f(a, b=1): "doc"
class A:
    "class doc"
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    x = property(lambda self: 1)
    class In: pass
import math
def noaddr(x):
    r = repr(x); i = r.find(" at 0x")
    return r if i < 0 else r[:i] + " at ADDR" + r[i + 6:].lstrip("0123456789abcdef")
for x in (len, print, [].append, str.upper, "".upper, int, int.__add__, (1).__add__, object, type, f, A, A.m, A().m, A.c, A().c, A.s, A.__dict__["c"], A.__dict__["s"], A.x, A.In, lambda: 0, dict.fromkeys, math.sin, sys, f.__code__, f.__name__, f.__qualname__, A.m.__qualname__, (lambda: 0).__qualname__, NotImplemented, ..., None, slice(1, 2), range(5), range(1, 5, 2), {}.keys(), {1: 2}.values(), {1: 2}.items(), iter([]), iter(()), iter({}), iter("a"), iter(set()), iter(range(1)), enumerate([]), zip(), map(f, []), filter(None, []), reversed([]), (x for x in []), frozenset(), set(), {1}, frozenset({1}), bytearray(b"a"), memoryview(b"a"), Exception("a", 1), KeyError("k"), ValueError(), OSError("x"), SystemExit(3), StopIteration(5), type(f), type(A().m), type(len), type(None), type(...), type(NotImplemented), type(x for x in []), type({}.keys()), type(A.__dict__), int.real, type.__dict__["__name__"] if "__name__" in type.__dict__ else None, super(A, A()), types.SimpleNamespace(a=1, b="x"), functools.partial(f, 1), collections.OrderedDict(a=1), collections.deque([1], 3), collections.defaultdict(int, a=1), collections.Counter("aab"), collections.ChainMap({}), itertools.count(1), itertools.cycle([]), itertools.repeat(1, 2), asyncio.Lock(), asyncio.Event(), asyncio.Queue(2), asyncio.Semaphore(3), f.__get__(A()), globals, __import__, __name__, classmethod(f), staticmethod(f), property(), object(), A(), types.MappingProxyType({1: 2}), (1,), (), [], {}, [[]], {"a": [1, (2,)]}, 1e100, -0.0, 1j, 1 - 0j, complex(float("nan"), float("inf")), True, 10**30, "\x00é", b"\xff'\"", type("X", (), {})(), asyncio.CancelledError(), asyncio.sleep, asyncio.run, asyncio.TaskGroup, asyncio.Future, asyncio.Task, asyncio.TimeoutError, asyncio.Queue, asyncio.QueueEmpty):
    print(noaddr(x))
l = [1]; l.append(l); d = {}; d["d"] = d; t = ([],); t[0].append(t); print(l, d, t)
print(f.__doc__, A.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__, A.__module__, f.__annotations__, f.__closure__, f.__globals__ is globals(), f.__dict__, f.__type_params__)
co = f.__code__; print(co.co_argcount, co.co_varnames, co.co_name, co.co_filename, co.co_firstlineno, co.co_names, co.co_freevars, co.co_cellvars, co.co_nlocals, co.co_posonlyargcount, co.co_kwonlyargcount, co.co_stacksize > 0, co.co_qualname)
print(len.__name__, len.__module__, [].append.__self__, [].append.__qualname__, str.upper.__objclass__, (1).__add__.__name__, int.__add__.__qualname__)
f.attr = 5; print(f.attr, f.__dict__, vars(f))
f.__name__ = "renamed"; f.__defaults__ = (5,); print(f.__name__); f.__doc__ = "new"; print(f.__doc__)
print(A.__mro__, A.mro(), A.__bases__, A.__base__, type(A), A.__class__, A().__class__, A.__name__, A.In.__qualname__, A.__subclasses__(), A.__static_attributes__, A.__firstlineno__)
A.__name__ = "Renamed"; A.__qualname__ = "Q"; print(A, A.__name__)
print(isinstance(True, int), issubclass(bool, int), type(True) is bool, isinstance(A(), object), isinstance(type, type), isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(A().m, types.MethodType), isinstance(math, types.ModuleType), isinstance((x for x in []), types.GeneratorType))
