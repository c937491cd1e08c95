import sys, traceback
def show(f, *a):
    try: f(*a)
    except BaseException:
        t = traceback.format_exc()
        print(t)
class A:
    value = 1
    def method(self): return self.vlaue
    def __init__(self): self.items = {}
def t1(): return undefinedd
undefined = 1
def t2(): A().metod()
def t3(): A().method()
def t4():
    lst = [1, 2]
    return lst[0] + lst[
        5
    ]
def t5(): return {"a": {"b": 1}}["a"]["c"]["d"]
def t6(x): return (x + 1) / (x
    - x)
def t7(): return sorted([1, "a"], key=lambda v: v.foo)
def t8(**k): t8(1)
def t9(): import collections; collections.dequee
def t11(): A().items.foo.bar
def t12(): return print("é" * 3, undefined_name)
def t13():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
def t14():
    try: 1 / 0
    except ZeroDivisionError: {}["k"]
def t15(): raise ValueError("multi\nline")
def t16(): raise KeyError("key")
def t17():
    raise A
def t18(): raise 5
def t19(): raise ValueError from None
def t20(): assert 1 == 2, "message"
def t21(): assert [1, 2, 3] == [
    1, 2]
def t22(n):
    if n: return t22(n - 1)
    raise RuntimeError("deep")
def t24():
    x = 5; del x; return x
def t25():
    def inner(): return later
    inner(); later = 1
def t26(): int("x" * 30, base=10)
def t27(): A.method()
def t28(): A().method(1, 2)
def t29(a, b, *, c): pass
def t30(): t29(1)
def t31(): t29(1, 2)
def t32(): t29(1, 2, 3, c=1)
def t33(): t29(1, 2, c=1, d=2)
def t34(): t29(1, 2, c=1, cc=2)
def t35(): t29(1, 2, a=3, c=1)
def t36(): print(sepp=1)
def t37(): "a".join(sep=1)
def t38(): sys.exti()
def t39(): sys.modules["nope"]
def t40(): return [x for x in range(3) if x / 0]
def t41(): return (lambda: 1 / 0)()
def t42(): return max((1 / 0 for _ in range(3)))
def t43():
    with open_file() as f: pass
def t44(): a, b = 1, 2, 3
def t45(): a, b, c = 1, 2
def t46(): a, *b = 5
def t47(): for_ = [1]; for_[0][1]
def t48(): 1 + "a" + 2
def t49(): return 1 + 2 * (3 + None) - 4
def t50(): x = [1, 2, 3]; x[0:"a"]
def t51(): return f"{undefined!r} {1 / 0}"
def t52():
    e = ValueError("noted"); e.add_note("first note"); e.add_note("second\nnote"); raise e
def t53(): True.foo
def t54(): return A().value()
def t55(): return "abc".foo().bar
def t56(): return A().__class__.__nam__
def t57(): self.x = 1
def t58(): return maths.pi
def t59(): return random.random()
for f in list(globals().values()):
    if callable(f) and getattr(f, "__name__", "").startswith("t") and f.__name__[1:].isdigit() and f.__name__ != "t29":
        show(f, *({"t6": [1], "t22": [3]}.get(f.__name__, [])))
