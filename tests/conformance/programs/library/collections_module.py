from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p._replace(y=5), p._asdict(), Point._fields, *p)
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c + Counter("mm"), sorted(c.elements())[:3])
d = defaultdict(list)
d["a"].append(1)
print(d, d["b"], len(d))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
q.rotate(1)
print(q, q.pop(), q.popleft(), list(q), q.maxlen)
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, list(o))
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
for wrong in (lambda: deque().pop(), lambda: Point(), lambda: p.z):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
