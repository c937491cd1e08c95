# An event emitter, plugins, retries, a layered configuration and a cache.
import functools, inspect, time, weakref, logging, sys, json, contextlib, types, operator
from collections import defaultdict, OrderedDict, UserDict
from typing import (
    Any,
    Callable,
    ClassVar,
    Generic,
    Protocol,
    TypeVar,
    Iterator,
    Self,
    overload,
    runtime_checkable,
)

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-7s %(name)s | %(message)s")
log = logging.getLogger("app")


class EventEmitter:
    def __init__(self):
        self._subs = defaultdict(list)
        self.history = []

    def on(self, event, *, priority=0, once=False):
        def register(fn):
            self._subs[event].append((-priority, len(self._subs[event]), once, fn))
            self._subs[event].sort(key=operator.itemgetter(0, 1))
            return fn

        return register

    def emit(self, event, /, *args, **kw):
        self.history.append(event)
        results = []
        for entry in self._subs[event][:]:
            _, _, once, fn = entry
            try:
                results.append(fn(*args, **kw))
            except Exception as exc:
                log.error("handler %s failed: %r", fn.__name__, exc)
            finally:
                if once:
                    self._subs[event].remove(entry)
        return results


em = EventEmitter()


@em.on("greet", priority=1)
def polite(name, **kw):
    return f"Good day, {name}"


@em.on("greet", once=True)
def casual(name, *, loud=False):
    return f"hi {name}".upper() if loud else f"hi {name}"


@em.on("greet", priority=5)
def broken(*a, **k):
    raise LookupError("nope")


print(em.emit("greet", "Bo", loud=True), em.emit("greet", "Al"), em.emit("none"), em.history)


class Plugin:
    registry: ClassVar[dict[str, type["Plugin"]]] = {}

    def __init_subclass__(cls, /, name=None, version="0.1", **kw):
        super().__init_subclass__(**kw)
        cls.plugin_name = name or cls.__name__.lower()
        cls.version = version
        if cls.plugin_name in Plugin.registry:
            raise TypeError(f"duplicate plugin {cls.plugin_name!r}")
        Plugin.registry[cls.plugin_name] = cls

    def run(self, data):
        raise NotImplementedError(f"{type(self).__qualname__} must implement run()")


class Upper(Plugin):
    def run(self, data):
        return data.upper()


class Rev(Plugin, name="reverse", version="2.0"):
    def run(self, data):
        return data[::-1]


class Lazy(Plugin):
    pass


try:

    class Again(Plugin, name="upper"):
        pass

except TypeError as e:
    print(e)
try:

    class Typo(Plugin, nme="x"):
        pass

except TypeError as e:
    print(e)


def pipeline(data, *names):
    for n in names:
        try:
            data = Plugin.registry[n]().run(data)
            log.debug("%s -> %r", n, data)
        except KeyError as e:
            log.warning("no plugin %s", e)
        except NotImplementedError:
            log.exception("incomplete"[:4])
    return data


print(pipeline("abc", "upper", "reverse", "zip"), {k: v.version for k, v in Plugin.registry.items()})


def retry(times=3, exceptions=(Exception,), delay=0.1, backoff=2):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*a, **k):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return fn(*a, **k)
                except exceptions as e:
                    log.info("attempt %d/%d of %s failed: %s", attempt, times, fn.__name__, e)
                    if attempt == times:
                        raise
                    time.sleep(wait)
                    wait *= backoff

        wrapper.retries = times
        return wrapper

    return deco


calls = iter([ValueError("a"), OSError(2, "b"), 42])


@retry(exceptions=(ValueError, OSError))
def flaky(x: int = 1) -> int:
    "Sometimes works."
    r = next(calls)
    if isinstance(r, Exception):
        raise r
    return r


t0 = time.monotonic()
print(flaky(), flaky.retries, flaky.__doc__, inspect.signature(flaky), f"{time.monotonic() - t0:.1f}")
try:
    flaky()
except StopIteration as e:
    print("exhausted", repr(e))


def timed(fn=None, *, label="{name}"):
    if fn is None:
        return functools.partial(timed, label=label)

    @functools.wraps(fn)
    def inner(*a, **k):
        s = time.perf_counter()
        try:
            return fn(*a, **k)
        finally:
            print(label.format(name=fn.__name__), f"{time.perf_counter() - s:.2f}s")

    return inner


@timed
def f1():
    time.sleep(0.25)


@timed(label="<{name}>")
def f2():
    time.sleep(1)
    return "f2"


f1()
print(f2())


def validate(fn):
    sig = inspect.signature(fn)
    hints = {n: p.annotation for n, p in sig.parameters.items()}

    @functools.wraps(fn)
    def inner(*a, **k):
        b = sig.bind(*a, **k)
        b.apply_defaults()
        for n, v in b.arguments.items():
            t = hints[n]
            if t is not inspect.Parameter.empty and not isinstance(v, t):
                raise TypeError(f"{fn.__name__}: {n}={v!r} is not {t.__name__ if isinstance(t, type) else t}")
        return fn(*b.args, **b.kwargs)

    return inner


@validate
def area(w: int | float, h: float = 2.0, *, unit: str = "cm"):
    return f"{w * h}{unit}²"


for call in (
    lambda: area(3),
    lambda: area(2, 2.5, unit="m"),
    lambda: area("3"),
    lambda: area(),
    lambda: area(1, 2),
    lambda: area(1, x=2),
):
    try:
        print(call())
    except TypeError as e:
        print("TypeError:", e)


class Config(UserDict):
    def __missing__(self, key):
        raise KeyError(f"{key!r} not configured; have {sorted(self.data)}")

    def __getattr__(self, k):
        if k.startswith("_") or k == "data":
            raise AttributeError(k)
        v = self[k]
        return Config(v) if isinstance(v, dict) else v

    @classmethod
    def load(cls, *sources):
        def merge(a, b):
            for k, v in b.items():
                a[k] = merge(dict(a[k]), v) if isinstance(v, dict) and isinstance(a.get(k), dict) else v
            return a

        return cls(functools.reduce(merge, (json.loads(s) if isinstance(s, str) else s for s in sources), {}))


cfg = Config.load('{"db": {"host": "x", "port": 1}, "debug": true}', {"db": {"port": 5432}, "name": "svc"})
print(cfg, cfg.db.port, cfg.debug, cfg["db"], "name" in cfg, len(cfg), cfg.get("zz", 5), list(cfg))
for k in ("zz", "_p"):
    try:
        getattr(cfg, k)
    except (KeyError, AttributeError) as e:
        print(type(e).__name__, e)
T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> Self:
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError("stack is empty")
        return self._items.pop()

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)

    def __len__(self):
        return len(self._items)


s = Stack[int]().push(1).push(2)
print(list(s), s.pop(), len(s), bool(s), Stack[int], s.__orig_class__)


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...
class R:
    def close(self):
        print("R closed")


print(isinstance(R(), Closeable), isinstance(3, Closeable), issubclass(R, Closeable))


@contextlib.contextmanager
def section(title):
    print(f"[{title}")
    try:
        yield title.upper()
    except ZeroDivisionError as e:
        print("swallowed", e)
    finally:
        print(f"{title}]")


with section("a") as A, section("b"), contextlib.closing(R()), contextlib.suppress(KeyError):
    print(A)
    {}["x"]
with section("c"):
    1 / 0
with contextlib.ExitStack() as st:
    for n in "xyz":
        st.enter_context(section(n))
    st.callback(print, "bye", end="!\n")


class Cache:
    def __init__(self, cap):
        self.cap = cap
        self.d = OrderedDict()
        self.hits = self.misses = 0

    def get(self, k, make):
        if k in self.d:
            self.d.move_to_end(k)
            self.hits += 1
        else:
            self.misses += 1
            self.d[k] = make(k)
            if len(self.d) > self.cap:
                log.debug("evict %r", self.d.popitem(last=False))
        return self.d[k]


c = Cache(2)
print([c.get(k, str.upper) for k in "abacab"], c.hits, c.misses, c.d, list(c.d.items()), c.d.keys())
ns = types.SimpleNamespace(**cfg.db.data)
ns.user = "me"
print(ns, vars(ns), ns == types.SimpleNamespace(host="x", port=5432, user="me"))
