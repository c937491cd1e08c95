x = "global"
def t1():
    print(x)
    class C:
        x = "class"
        y = [x for _ in range(1)]
        z = (lambda: x)()
        def m(self): return x
    print(C.y, C.z, C().m(), C.x)
t1()
class D:
    a = 1
    b = [a + i for i in range(2)] if False else a
    try: c = [a for _ in range(1)]
    except NameError as e: c = str(e)
    d = list(a for a in [a])
    def f(self, v=a): return v
    print(locals().keys() - {"__module__", "__qualname__", "__firstlineno__", "__static_attributes__", "__conditional_annotations__"} >= {"a", "b"})
print(D.c, D.d, D().f(), D.__dict__.get("i"))
def t2():
    def inner():
        nonlocal v
        v += 1
        return v
    v = 10
    inner(); return inner(), v
print(t2())
def t3():
    global newg
    newg = 5
    try: print(und)
    except NameError as e: print(e)
    und = 1
t3(); print(newg)
def t4():
    res = [(y := i) * 2 for i in range(4)]
    return y, res, [last := j for j in range(3)], last
print(t4())
def t5(a, b=[]): b.append(a); return b
print(t5(1), t5(2), t5.__defaults__)
def order(n): print("eval", n, end=" "); return n
d = {order(1): order(2), order(3): order(4)}; print()
order([0])[order(0)] = order(5); print()
(lambda a, b=order("d"), *c, k=order("k"): None)(order("x"), *[order("s")], k=order("kw")); print()
order(1) < order(3) > order(2) > order(5) < order(9); print()
order(0) or order("") or order("z") and order("y"); print()
f"{order(1)}{order(2)!r:{order(5)}}"; print()
class Ctx:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print("enter", s.n); return s.n
    def __exit__(s, *e): print("exit", s.n, e[0] and e[0].__name__); return s.sup
with Ctx(1) as a, Ctx(2) as b, Ctx(3, True): print(a, b); raise KeyError
with (Ctx(4), Ctx(5, True) as q,): 1 / 0
def t6():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
    else: print("else")
    try: return "try"
    finally: print("before return")
print(t6())
def t7():
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise KeyError("a") from None
        finally: print("inner fin")
    except KeyError as e: print(repr(e), e.__cause__, repr(e.__context__), e.__suppress_context__)
    try: e
    except NameError as n: print(n)
t7()
def t8():
    while True:
        try: return 1
        finally: break
    return 2
print(t8())
i = 5
lst = [0, 0]; i, lst[i - 6] = 1, 9; print(i, lst)
a = b = c = []; a.append(1); print(b, c is a)
x = [1, 2, 3, 4, 5]; x[1:3] = [9]; print(x); x[::2] = [7, 7]; print(x); del x[1:]; print(x); x += (1, 2); x *= 2; print(x, x[-1:], x[::-1])
a, (b, [c, *d]), *e = 1, (2, [3, 4, 5]), 6, 7; print(a, b, c, d, e)
*a, = "abc"; print(a); [a, b] = {1: 2, 3: 4}; print(a, b)
for k, (v, *w) in {"k": (1, 2, 3)}.items(): print(k, v, w)
print(*[1, 2], *(3,), **{"sep": "-"}); print({**{"a": 1}, "b": 2, **{"a": 3}}, [*"ab", *range(2)], {*[1], *[1, 2]})
def gen():
    received = yield
    while received: received = yield received * 2
g = gen(); next(g); print(g.send(2), g.send(5))
print([(i, j) for i in range(3) if i for j in range(i)], {k: v for k, v in zip("ab", [1, 2])}, {c for c in "aab"} == {"a", "b"}, sum(i for i in range(5) if i % 2), [[j for j in range(i)] for i in range(3)])
print((lambda *a, **k: (a, k))(1, 2, x=3), (lambda: (yield))().__class__.__name__, (lambda x: lambda y: x + y)(1)(2))
del x
try: x
except NameError as e: print(e)
assert (lambda: True)(), "ok"
try: assert 0, {"a": 1}
except AssertionError as e: print(repr(e))
if __debug__: print("debug")
print(0 if [] else 1, not [], [] or "d", 1 and 2, None is None, 3 in [1, 2, 3], "a" not in "abc", 1 == 1.0 == True)
pass; ...; "expr"; 5
lambda: 0
print("é".encode(), "\t|", 'it''s', """tri"ple""", 'a\
b', r'\r', b'\x00', "\u00e9", 0b11, 0o7, 0xf, 1_0, 1e2, .5, 5., 1j)
