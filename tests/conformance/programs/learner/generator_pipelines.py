# Rows through generators: cleaning, grouping, averaging, and containers of one's own.
import csv, io, itertools, operator, re, string, sys
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence, Hashable, Callable
from functools import partial, reduce, singledispatch, singledispatchmethod, cached_property, cache, lru_cache
from types import MappingProxyType
from typing import TypedDict, NotRequired, Literal, Required, get_type_hints

RAW = """name,dept,salary,start,email
Ann Lee,eng,5200.50,2019-03-01,ann@x.org
Bob Ray,ops,4100,2020-11-15,bob@x
"Cy, Jr.",eng,"6,300.00",2015-01-31,cy@x.org
Dee,,3900,2022-02-30,dee@x.org
Eve O'Hara,hr,abc,2021-07-07,eve@x.org
"""


class Row(TypedDict, total=False):
    name: Required[str]
    dept: Literal["eng", "ops", "hr"]
    salary: float
    start: str
    email: NotRequired[str]


print(get_type_hints(Row), sorted(Row.__required_keys__), Row.__total__, sorted(Row.__optional_keys__))


def read(text):
    yield from csv.DictReader(io.StringIO(text))


def clean(rows):
    for n, r in enumerate(rows, 2):
        try:
            r["salary"] = float(r["salary"].replace(",", ""))
        except ValueError as e:
            print(f"line {n}: {e}")
            continue
        yield Row(**{k: v for k, v in r.items() if v})


def tee_print(it, every=2):
    for i, x in enumerate(it):
        if i % every == 0:
            print("..", i, list(x))
        yield x


def batch(it, n):
    it = iter(it)
    while chunk := tuple(itertools.islice(it, n)):
        yield chunk


pipeline = lambda x, *fs: reduce(lambda acc, f: f(acc), fs, x)
rows = list(pipeline(RAW, read, clean, tee_print))
print(*rows, sep="\n")
by = sorted(rows, key=operator.itemgetter("salary"), reverse=True)
for k, g in itertools.groupby(
    sorted(rows, key=lambda r: r.get("dept", "?")), key=lambda r: r.get("dept", "?")
):
    print(k, [r["name"].split()[0] for r in g])
print(
    [len(c) for c in batch(rows, 3)],
    dict(zip(*[iter("a1b2c3")] * 2)),
    list(map(lambda r: r.get("email", "n/a").partition("@")[2], by)),
)


def averager():
    total = count = 0
    avg = None
    while True:
        try:
            x = yield avg
        except ValueError as e:
            print("reset", e)
            total = count = 0
            avg = None
            continue
        if x is None:
            return (count, avg)
        total += x
        count += 1
        avg = total / count


a = averager()
next(a)
print([a.send(r["salary"]) for r in rows], a.throw(ValueError("again")), a.send(1))
try:
    a.send(None)
except StopIteration as s:
    print("done", s.value)


def flatten(o):
    match o:
        case str() | bytes():
            yield o
        case Mapping():
            for k, v in o.items():
                yield k
                yield from flatten(v)
        case Iterable():
            for x in o:
                yield from flatten(x)
        case _:
            yield o


print(list(flatten([1, "ab", [2, (3, {4})], {"k": [5, b"x"]}, range(2)])))


def primes():
    found = {}
    for q in itertools.count(2):
        p = found.pop(q, None)
        if p is None:
            found[q * q] = q
            yield q
        else:
            x = p + q
            while x in found:
                x += p
            found[x] = p


print(
    list(itertools.islice(primes(), 12)),
    next(p for p in primes() if p > 100),
    list(itertools.takewhile(lambda p: p < 30, filter(lambda p: p % 4 == 1, primes()))),
)


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(max(range(1, 30), key=lambda n: len(list(collatz(n)))), *collatz(6))
text = "the quick brown fox jumps over the lazy dog the end"
words = text.split()
idx = defaultdict(set)
for i, w in enumerate(words):
    idx[w[0]].add(w)
print(
    {k: sorted(v) for k, v in sorted(idx.items())},
    Counter(words).most_common(2),
    Counter(text.replace(" ", "")).most_common(3),
    [*itertools.accumulate(map(len, words))],
    sorted(set(words), key=lambda w: (-len(w), w))[:3],
)
ngrams = Counter(zip(words, words[1:]))
print(
    ngrams.most_common(1),
    [("".join(x)) for x in itertools.pairwise("abcd")],
    text.title(),
    text[::-1].split()[0],
    string.capwords(text)[:9],
)


class Registry(MutableMapping):
    def __init__(self, *a, **k):
        self._d = {}
        self.update(*a, **k)

    def __getitem__(self, k):
        return self._d[k.lower()]

    def __setitem__(self, k, v):
        self._d[k.lower()] = v

    def __delitem__(self, k):
        del self._d[k.lower()]

    def __iter__(self):
        return iter(self._d)

    def __len__(self):
        return len(self._d)

    def __repr__(self):
        return f"{type(self).__name__}({self._d})"


r = Registry({"A": 1}, Bc=2)
r.setdefault("Q", []).append(1)
print(
    r,
    "a" in r,
    r.pop("A"),
    r.get("zz"),
    list(r.items()),
    r == {"bc": 2, "q": [1]},
    dict(r),
    r | {} if hasattr(r, "__or__") else "no |",
    r.popitem(),
    len(r),
    [*r.keys()],
    r.keys() & {"q", "bc"},
)
for f in (
    lambda: r["nope"],
    lambda: r.pop("x"),
    lambda: Registry(5),
    lambda: MappingProxyType({})["x"],
    lambda: r.update(1),
):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Deep(Sequence):
    def __init__(self, *xs):
        self.xs = xs

    def __getitem__(self, i):
        return self.xs[i]

    def __len__(self):
        return len(self.xs)


d = Deep(3, 1, 2, 1)
print(
    d.index(2),
    d.count(1),
    3 in d,
    list(reversed(d)),
    sorted(d),
    isinstance(d, Iterable),
    [*d],
    max(d),
    list(enumerate(d, 1)),
    tuple(zip(d, d)),
)


@singledispatch
def show(x, indent=0):
    return " " * indent + repr(x)


@show.register(list | tuple)
def _(x, indent=0):
    return "\n".join(show(i, indent + 2) for i in x)


@show.register
def _(x: Mapping, indent=0):
    return "\n".join(f"{' ' * indent}{k}:\n{show(v, indent + 2)}" for k, v in x.items())


print(
    show({"a": [1, (2, "x")], "b": {"c": None}}),
    show.dispatch(OrderedDict).__name__,
    show.dispatch(bool).__name__,
)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.rotate(1)
q.appendleft(0)
print(q, q.maxlen, list(itertools.islice(q, 1, None)), q.index(4), q == deque([0, 4, 2]))
env = ChainMap({"u": "cli"}, {"u": "env", "p": 1}, {"p": 0, "d": True})
env["new"] = 1
print(dict(env), env.maps[0], env.new_child({"p": 9})["p"], env.parents["u"], sorted(env))
Pt = namedtuple("Pt", "x y z", defaults=[0])
p = Pt(1, 2)
print(
    p,
    p._replace(z=5),
    Pt._fields,
    p._asdict(),
    Pt(*range(3)),
    p + (1,),
    Pt.__doc__,
    p == (1, 2, 0),
    max(Pt(1, 5), Pt(2, 0)),
    Pt._field_defaults,
)
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(
    compose(str.strip, str.title, partial(re.sub, r"\s+", "-"))("  hello big  world "),
    list(map(partial(pow, 2), range(5))),
    [*map(operator.methodcaller("count", "o"), words)][:4],
)
