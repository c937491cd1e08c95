import functools, itertools, contextlib, collections, dataclasses, enum, typing, json, copy, time, datetime, string, textwrap, logging, warnings, inspect, asyncio, sys, threading, weakref


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


# dataclass odds
@dataclasses.dataclass
class Base:
    id: int = 0
    tags: set[str] = dataclasses.field(default_factory=set)


@dataclasses.dataclass
class Child(Base):
    name: str = "n"
    opt: typing.Optional["Child"] = None

    def __post_init__(self):
        self.name = self.name.upper()


print(
    Child(1, {"a"}, "b", Child()),
    dataclasses.asdict(Child()),
    [f.type for f in dataclasses.fields(Child)],
    Child.__dataclass_fields__.keys(),
    Child() == Child(),
    dataclasses.astuple(Child()),
)


@dataclasses.dataclass(frozen=True, slots=True)
class FS:
    a: int
    b: tuple = ()


x = FS(1)
t(lambda: setattr(x, "a", 2))
t(lambda: setattr(x, "zz", 2))
print(x, {x: 1}[FS(1)], copy.copy(x), dataclasses.replace(x, a=3), copy.deepcopy(x))


class P2(typing.NamedTuple):
    a: int
    b: str = "q"


print(P2(1)._replace(b="z"), P2(*[1, 2]), sorted([P2(2), P2(1)]), P2.__name__, P2._make([3, 4]))


# enum odds
class Color(enum.Enum):
    RED = "r"
    GREEN = "g"

    @classmethod
    def parse(cls, s):
        return cls[s.upper()]

    @staticmethod
    def dflt():
        return Color.RED

    def __str__(self):
        return f"<{self.name.lower()}>"


print(
    Color.parse("red"),
    Color.dflt(),
    f"{Color.GREEN:>10}",
    list(map(str, Color)),
    {c: c.value for c in Color},
    Color("g").name,
    Color.RED.value.upper(),
    Color.__members__.keys(),
    Color.RED != Color.GREEN,
    hash(Color.RED) is not None,
    isinstance(Color.RED, Color),
)


class Perm(enum.IntFlag):
    R = 4
    W = 2
    X = 1


print(
    Perm.R | Perm.W,
    Perm(7),
    Perm.R in Perm(6),
    [p.name for p in Perm(5)],
    int(Perm.R | 1),
    Perm(0),
    ~Perm.R,
    repr(Perm.R & Perm.W),
)


# functools + descriptors
class Temp:
    def __init__(self, c):
        self.c = c

    @functools.cached_property
    def f(self):
        print("compute")
        return self.c * 9 / 5 + 32

    @functools.singledispatchmethod
    def add(self, o):
        raise NotImplementedError(f"no {type(o).__name__}")

    @add.register
    def _(self, o: int):
        return Temp(self.c + o)

    @add.register
    def _(self, o: float):
        return Temp(self.c + round(o))


tp = Temp(100)
print(tp.f, tp.f, tp.add(3).c, tp.add(2.6).c)
t(lambda: tp.add("x"))


@functools.lru_cache(maxsize=None)
def slow(n):
    time.sleep(1)
    return n


t0 = time.monotonic()
slow(1)
slow(1)
print(round(time.monotonic() - t0, 2), slow.cache_info())


async def cached():
    return 1


print(inspect.iscoroutinefunction(functools.partial(cached)), asyncio.run(functools.partial(cached)()))


# contextlib
class Res:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print("open", self.n)
        return self

    def __exit__(self, t, v, tb):
        print("close", self.n, t.__name__ if t else None)
        return False


try:
    with contextlib.ExitStack() as st:
        rs = [st.enter_context(Res(i)) for i in range(2)]
        raise KeyError("x")
except KeyError as e:
    print("caught", e)


# json roundtrip w/ dataclass, datetime
class Enc(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return dataclasses.asdict(o)
        if isinstance(o, (datetime.datetime, datetime.date)):
            return o.isoformat()
        if isinstance(o, enum.Enum):
            return o.value
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"c": Child(), "d": datetime.date(2026, 1, 2), "e": Color.RED, "n": P2(1)}, cls=Enc))
t(lambda: json.dumps(object(), cls=Enc))
# collections
dq = collections.deque(maxlen=3)
[dq.append(i) for i in range(5)]
print(dq, list(itertools.islice(dq, 1, None)))
od = collections.OrderedDict.fromkeys("abc", 0)
od.move_to_end("a")
print(od, collections.Counter("hello").most_common(1), collections.ChainMap({"a": 1}, {"b": 2})["b"])
tree = lambda: collections.defaultdict(tree)
tr = tree()
tr["a"]["b"] = 1
print(json.dumps(tr))
# string & warnings & inspect
print(
    string.Template("${a}-$b").safe_substitute(a=1),
    textwrap.shorten("hello big wide world", 12),
    textwrap.fill("aaa bbb ccc", 7),
)
print(
    inspect.signature(Child),
    inspect.getdoc(Color.parse),
    [p.kind.name for p in inspect.signature(lambda a, /, b, *c, d, **e: 0).parameters.values()],
)
print(
    typing.get_type_hints(Child),
    typing.get_args(typing.Union[int, str]),
    typing.cast("int", 3),
    Child.__mro__[1].__name__,
)


def gen():
    try:
        while True:
            x = yield
            print("recv", x)
    except GeneratorExit:
        print("closed")


g = gen()
next(g)
g.send(1)
g.close()
lock = threading.RLock()
print(lock.acquire(), lock.release(), threading.current_thread().name, threading.local().__class__.__name__)
