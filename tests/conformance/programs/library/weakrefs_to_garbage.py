"""What a collection does first: weak references to garbage lead nowhere and their callbacks are called, then finalizers run."""
import gc, weakref
class N:
    def __init__(s, name): s.name = name; s.me = s
    def __del__(s): print("del", s.name, r2() is None, r3() is None)
class P:
    def __init__(s, h): s.h = h; s.me = s
class H:
    def __del__(s): print("del H")
n = N("n")
def cb(r): print("cb", r() is None, r is r1, r2() is None)
r1 = weakref.ref(n, cb)
r2 = weakref.ref(n)
p = P(H())
r3 = weakref.ref(p, lambda r: print("p gone", r3() is None))
d = weakref.WeakValueDictionary(n=n)
s = weakref.WeakSet([n])
fin = weakref.finalize(n, print, "finalized")
del n, p
gc.collect()
print(r1(), r2(), len(d), len(s), fin.alive)
def f():
    def g(): return g
    return g
g = f()
rg = weakref.ref(g, lambda r: print("g gone"))
del g
gc.collect()
