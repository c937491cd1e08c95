import inspect
def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("fin")
    return "ret"
a = g(); print(next(a), a.send("S"), inspect.getgeneratorstate(a), a.gi_running, a.gi_frame is not None, a.gi_yieldfrom)
try: a.send("T")
except StopIteration as e: print("stop", e.value)
print(inspect.getgeneratorstate(a), a.gi_frame)
b = g(); next(b); print(b.throw(ValueError("v")))
b.close(); b.close()
c = g()
try: c.send(1)
except TypeError as e: print(e)
try: c.throw(KeyError("k"))
except KeyError as e: print("key", e)
try: next(c)
except StopIteration as e: print("done", e.value)
def sub():
    r = yield "s1"
    print("sub got", r)
    return "subret"
def outer():
    v = yield from sub()
    print("v", v)
    v2 = yield from [10, 20]
    print("v2", v2)
o = outer(); print(next(o), o.send("hi"), next(o)); print(list(o))
def bad():
    try: yield 1
    except GeneratorExit: yield 2
x = bad(); next(x)
try: x.close()
except RuntimeError as e: print(e)
def stop(): raise StopIteration("x"); yield
try: next(stop())
except RuntimeError as e: print(e, repr(e.__cause__))
def rec():
    yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
def closeret():
    try: yield 1
    except GeneratorExit: return "closed value"
q = closeret(); next(q); print(q.close())
ge = (i * i for i in range(4)); print(ge.__name__, ge.__qualname__, type(ge), sum(ge), list(ge))
print([*g.__code__.co_varnames], g.__code__.co_name, g.__name__, g().__name__)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
    def send(self, v): print("send", v); return next(self)
    def throw(self, e): print("throw", repr(e)); return 99
    def close(self): print("closed")
def y(): return (yield from It())
z = y(); print(next(z), z.send(5), z.throw(ValueError("q"))); z.close()
for args in ((ValueError,), (ValueError, "msg"), (ValueError("inst"),), ("str",), (5,), (ValueError("a"), "b")):
    try: w = g(); next(w); print(w.throw(*args))
    except BaseException as e: print(type(e).__name__, e)
print(list(zip(g(), "ab")))
lst = [1, 2, 3]
for i in lst:
    if i < 5: lst.append(i + 3)
print(lst)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
