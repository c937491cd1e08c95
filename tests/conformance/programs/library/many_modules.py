import asyncio, sys, warnings, contextlib, weakref, gc, inspect, types, copy, heapq, operator, string, textwrap, random, math, itertools, functools, collections, abc, typing, contextvars, signal, os, io, queue, uuid, platform, traceback, enum, dataclasses, time, datetime, statistics, bisect, json, re, fractions, pprint


class Repo(abc.ABC):
    @abc.abstractmethod
    async def get(self, k): ...
    @property
    @abc.abstractmethod
    def size(self): ...


try:
    Repo()
except TypeError as e:
    print(e)


class Mem(Repo):
    def __init__(self):
        self._d = {}

    async def get(self, k):
        await asyncio.sleep(0.01)
        return self._d[k]

    size = property(lambda self: len(self._d))


print(Mem().size, Repo.__abstractmethods__ == {"get", "size"}, inspect.isabstract(Repo), issubclass(Mem, Repo))


class Meta(type):
    reg = {}

    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        m.reg[name] = cls
        return cls

    def __call__(cls, *a, **k):
        if not hasattr(cls, "_one"):
            cls._one = super().__call__(*a, **k)
        return cls._one


class Single(metaclass=Meta):
    pass


print(Single() is Single(), list(Meta.reg))


class EventEmitter:
    def __init__(self):
        self._h = collections.defaultdict(weakref.WeakSet)

    def on(self, n, f):
        self._h[n].add(f)

    def emit(self, n, *a):
        return sorted(f(*a) for f in sorted(self._h[n], key=lambda f: f.__name__))


em = EventEmitter()


def h1(x):
    return x + 1


def h2(x):
    return x * 2


em.on("a", h1)
em.on("a", h2)
print(em.emit("a", 5))
del h2
print(em.emit("a", 5))


@contextlib.contextmanager
def timer(label):
    t = time.perf_counter()
    try:
        yield
    finally:
        print(f"{label}: {time.perf_counter() - t:.3f}s")


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


class AIter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


var = contextvars.ContextVar("var", default="d")


async def child():
    var.set("child")
    await asyncio.sleep(0)
    return var.get()


async def main():
    with timer("agen"):
        print([x async for x in agen(3)], {x: x**2 async for x in AIter(2)})
    print(await asyncio.create_task(child()), var.get())
    async with contextlib.AsyncExitStack() as st:
        st.push_async_callback(asyncio.sleep, 0.5)
        st.callback(print, "cb")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(1))
            tg.create_task(fail())
    except* ValueError as eg:
        print(eg.exceptions, traceback.format_exception_only(eg))

    async def consumer(q):
        while (item := await q.get()) is not None:
            print("got", item)

    q = asyncio.Queue()
    t = asyncio.create_task(consumer(q), name="cons")
    [q.put_nowait(x) for x in (1, 2, None)]
    await t
    print(t.get_name(), t.done(), inspect.getcoroutinestate(t.get_coro()))


async def fail():
    await asyncio.sleep(0.1)
    raise ValueError("bad")


asyncio.run(main())
print(
    textwrap.dedent("""
    a
      b
""").strip(),
    string.Template("$x").substitute(x=1),
    operator.itemgetter(1)([1, 2]),
    f"{3.14159:.2f} {1000000:,} {255:#x} {'a':>5}|{'b':<5}|{'c':^5}| {0.5:%} {1e10:g} {-5:+d} {5:05d}",
)
print(
    re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"),
    fractions.Fraction(1, 3) + 1,
    datetime.date(2026, 1, 31) + datetime.timedelta(days=1),
    statistics.mean([1, 2, 3, 4]),
    math.isclose(0.1 + 0.2, 0.3),
    bisect.bisect([1, 3], 2),
)
T = typing.TypeVar("T")


class Stack(typing.Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)


s = Stack[int]()
s.push(1)
print(s.items, typing.get_type_hints(Stack.push))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(
    list(itertools.islice(fib(), 8)),
    functools.reduce(operator.mul, range(1, 6)),
    [*map(str, filter(None, [0, 1, 2]))],
    list(zip("ab", [1, 2], strict=True)),
)
match {"type": "point", "xy": (1, 2)}:
    case {"type": "point", "xy": (x, y)} if x < y:
        print("point", x, y)
print(
    sys.version_info >= (3, 11),
    platform.python_version()[:4],
    os.environ.get("HOME", "none") is not None,
    io.StringIO("x").read(),
    types.SimpleNamespace(a=1),
    copy.deepcopy([{1: [2]}]),
    heapq.nsmallest(2, [3, 1, 2]),
    signal.SIGINT.name,
    uuid.uuid4().version,
    gc.collect() >= 0,
    enum.Enum("E", "A B").A,
    pprint.pformat({"b": 1, "a": [1]}),
    dataclasses.make_dataclass("P", ["x"])(1),
    random.Random(3).randint(1, 100),
    queue.Queue().empty(),
)
