"""What `sum`, `filter` and `in` take from iterators: numbers of all kinds, the script's own `__add__`, and their end."""
class V:
    def __init__(s, x): s.x = x
    def __add__(s, o): return V(s.x + (o.x if isinstance(o, V) else o))
    def __radd__(s, o): return V(o + s.x)
    def __repr__(s): return f"V({s.x})"
print(sum([V(1), V(2)]), sum([1, 2, V(3), 4], 10), sum([V(1)], V(0)), sum((V(i) for i in range(3)), start=V(1)))
print(sum([1.5, 2, True, 3]), sum([0.1]*10), sum([2**62]*4), sum([2**62]*4 + [0.5]), sum(range(10), 2**70), sum([1, 2j]))
print(sum([[1], [2, 3]], []), sum(((1,), (2,)), ()), sum({1: 2, 3: 4}), sum({5, 6}), sum("" for _ in []))
for bad in (lambda: sum([1, "a"]), lambda: sum("ab"), lambda: sum(5), lambda: sum([None]), lambda: sum([1], "x"), lambda: sum()):
    try: print(bad())
    except TypeError as e: print(e)
def g():
    yield 1
    raise ValueError("mid")
try: sum(g())
except ValueError as e: print(e)
print(5 in iter([1, 5]), 7 in (x for x in [1, 2]), V in map(type, [1, V(1)]))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x % 2, range(7))), next(filter(lambda x: x > 4, iter([1, 5, 6]))))
def stop(x):
    if x == 2: raise StopIteration
    return True
print(list(filter(stop, [1, 2, 3])))
print(sum(x for x in range(100_000)), max(range(70_000)), len(set(range(100_000))), sorted(range(70_000, 0, -1))[:2], 99_999 in iter(range(100_000)))
