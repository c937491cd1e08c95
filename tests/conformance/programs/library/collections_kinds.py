from collections import *
import collections, collections.abc


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(
    p,
    p._asdict(),
    P._make([1, 2]),
    P._field_defaults,
    p._replace(y=9),
    p[0],
    p.x,
    *p,
    P.__doc__,
    P.x.__doc__,
    p == (1, 5),
    hash(p) == hash((1, 5)),
    P._fields,
    repr(P),
)


def s():
    p.x = 3


t(s)
t(lambda: P())
t(lambda: P(1, 2, 3))
t(lambda: P(z=1))
t(lambda: P._make([1]))
t(lambda: p._replace(q=1))
t(lambda: namedtuple("A", "x x"))
t(lambda: namedtuple("A", "class"))
t(lambda: namedtuple("A", "_x"))
print(namedtuple("A", "x class x", rename=True)._fields)
t(lambda: namedtuple("1", "x"))
x, y = p


class Q(P):
    __slots__ = ()

    def s(self):
        return self.x + self.y


print(Q(1, 2), Q(1, 2).s())
c = Counter("abracadabra")
print(
    c,
    c.most_common(2),
    c["z"],
    c.total(),
    sorted(c.elements())[:4],
    c + Counter("ab"),
    c - Counter("aab"),
    c & Counter("aab"),
    c | Counter("zz"),
    +Counter(a=-1, b=2),
    -Counter(a=-1),
    Counter(a=1) == Counter(a=1, b=0),
    Counter(a=1) < Counter(a=2),
    c.copy() == c,
)
c.update("zz")
c.subtract({"a": 10})
print(c, c.most_common()[-1])
del c["nope"]
print(Counter(), Counter(a=2, b=1), Counter([1, 1, 2]), Counter({"x": 3}).most_common())
t(lambda: Counter.fromkeys("ab"))
t(lambda: Counter(1, 2))
d = defaultdict(list, a=[1])
d["b"].append(2)
print(d, d.default_factory, d.get("q"), "q" in d, d.copy())
t(lambda: defaultdict(3))
t(lambda: defaultdict()["x"])
print(d | {"z": 1}, defaultdict(int, {"a": 1}), repr(defaultdict(lambda: 0))[:30])
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(
    o,
    o.popitem(),
    o.popitem(last=False),
    o,
    OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1),
    OrderedDict(a=1) == {"a": 1},
    list(reversed(OrderedDict(a=1, b=2))),
)
t(lambda: o.move_to_end("zz"))
t(lambda: OrderedDict().popitem())
print(OrderedDict(), OrderedDict([("x", 1)]), o | {"q": 1})
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.maxlen, q.pop(), q.popleft(), q)
q.extend([7, 8, 9])
q.extendleft([5])
print(q, q.index(7), q.count(7))
q.rotate(1)
print(q)
q.insert(0, 1) if False else None
t(lambda: q.insert(0, 1))
t(lambda: deque().pop())
t(lambda: deque().popleft())
t(lambda: q.index(99))
t(lambda: q.remove(99))
t(lambda: q[10])
print(
    deque("abc") + deque("d"),
    deque([1, 2]) * 2,
    deque([1]) == deque([1]),
    deque([1]) < deque([2]),
    list(reversed(deque([1, 2]))),
    deque([1, 2, 3])[1],
    deque(),
    2 in deque([2]),
    deque([1, 2], 5),
    bool(deque()),
    deque([1, 2]).copy(),
)
t(lambda: deque(maxlen=-1))
t(lambda: deque([1])[0:1])
t(lambda: [0 for x in (dq := deque([1, 2])) if dq.append(1)])
t(lambda: hash(deque()))
dd = deque([1, 2, 3])
dd[1] = 9
del dd[0]
dd.reverse()
print(dd)
t(lambda: deque(5))
dd += [1]
print(dd, deque([1, [2]]))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], list(m), len(m), m.new_child({"z": 1}), m.parents, m.maps, dict(m), "b" in m, m.get("zz"))
m["n"] = 5
print(m.maps[0])
t(lambda: m["zz"])
t(lambda: m.pop("b"))
t(lambda: m.__delitem__("b"))
print(m | {"k": 1}, ChainMap())


class UD(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)


u = UD(a=1)
u["b"] = 2
print(
    u,
    u.data,
    len(u),
    "a" in u,
    u.get("x", 7),
    sorted(u.items()),
    isinstance(u, dict),
    isinstance(u, collections.abc.MutableMapping),
)
print(UserList([1, 2]) + [3], UserString("ab").upper(), UserList([3, 1])[0], UserString("x") + "y")
t(lambda: u["zz"])
print(
    isinstance([], collections.abc.Sequence),
    isinstance({}, collections.abc.Mapping),
    issubclass(set, collections.abc.Set),
    isinstance(iter([]), collections.abc.Iterator),
    isinstance((x for x in ()), collections.abc.Generator),
    isinstance(len, collections.abc.Callable),
    isinstance(3, collections.abc.Hashable),
    isinstance([], collections.abc.Hashable),
)


class Sq(collections.abc.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


s = Sq()
print(list(s), 10 in s, s.index(20), s.count(0), list(reversed(s)))
t(lambda: collections.abc.Sequence())
t(lambda: type("X", (collections.abc.Mapping,), {})())


class MS(collections.abc.MutableSet):
    def __init__(self, i=()):
        self.s = list(i)

    def __contains__(self, x):
        return x in self.s

    def __iter__(self):
        return iter(self.s)

    def __len__(self):
        return len(self.s)

    def add(self, x):
        self.s.append(x) if x not in self.s else None

    def discard(self, x):
        self.s.remove(x) if x in self.s else None


a = MS([1, 2])
a |= MS([3])
print(
    sorted(a),
    sorted(a & MS([1])),
    a == MS([3, 2, 1]),
    a <= MS([1, 2, 3, 4]),
    sorted(a - MS([1])),
    sorted(a ^ MS([1, 9])),
    a.isdisjoint([7]),
    a.pop(),
)
t(lambda: a.remove(99))
