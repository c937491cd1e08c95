"""Plugins, hooks, decorators with arguments, retry, caches, dispatch tables, context managers."""
import contextlib
import functools
import inspect
import itertools
import string
import time
import types
import warnings
from abc import ABC, abstractmethod
from collections import defaultdict
from typing import Any, Callable, Generic, Optional, Protocol, TypeVar, get_type_hints, runtime_checkable

T = TypeVar("T")


class Registry(Generic[T]):
    def __init__(self, kind: type[T] | None = None):
        self._items: dict[str, T] = {}
        self.kind = kind

    def register(self, name=None, /, **meta):
        def decorator(item):
            key = name or item.__name__.lower()
            if key in self._items:
                warnings.warn(f"{key} replaced", UserWarning, stacklevel=2)
            item._meta = types.MappingProxyType(meta)
            self._items[key] = item
            return item
        if callable(name):
            item, name = name, None
            return decorator(item)
        return decorator

    def __getitem__(self, key: str) -> T:
        try:
            return self._items[key]
        except KeyError as error:
            import difflib
            near = difflib.get_close_matches(key, self._items)
            raise LookupError(f"no {key!r}" + (f", perhaps {near[0]!r}" if near else "")) from error

    def __class_getitem__(cls, item):
        print("subscripted with", getattr(item, "__name__", item))
        return super().__class_getitem__(item)


class Plugin(ABC):
    registry = Registry["Plugin"]()
    order = itertools.count(1)

    def __init_subclass__(cls, /, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.number = next(Plugin.order)
        if not abstract:
            Plugin.registry.register(cls.__name__.removesuffix("Plugin").lower(), abstract=abstract)(cls)

    @abstractmethod
    def run(self, text: str) -> str: ...

    @property
    @abstractmethod
    def title(self): ...


class UpperPlugin(Plugin):
    title = "Upper"

    def run(self, text):
        return text.upper()


class CaesarPlugin(Plugin):
    def __init__(self, shift=3):
        self.shift = shift

    @functools.cached_property
    def table(self):
        print("building table")
        low = string.ascii_lowercase
        return str.maketrans(low, low[self.shift:] + low[:self.shift])

    @property
    def title(self):
        return f"Caesar {self.shift}"

    def run(self, text):
        return text.translate(self.table)


class HalfPlugin(Plugin, abstract=True):
    pass


print(Plugin.registry._items.keys(), UpperPlugin._meta, HalfPlugin.number)
for key in ("upper", "caesar", "uper", "zzz"):
    try:
        plugin = Plugin.registry[key]()
        print(plugin.title, plugin.run("hello zebra"), plugin.run("again"))
    except LookupError as error:
        print(type(error).__name__, error, "<-", repr(error.__cause__))
for cls in (Plugin, HalfPlugin):
    try:
        cls()
    except TypeError as error:
        print(error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    Plugin.registry.register("upper")(UpperPlugin)
print([str(w.message) for w in caught], caught[0].category.__name__)


class Flaky(Exception):
    pass


def retry(*errors, times=3, delay=0.1, backoff=2):
    def decorator(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except errors as error:
                    wrapper.failures += 1
                    if attempt == times:
                        error.add_note(f"gave up after {attempt}")
                        raise
                    print(f"attempt {attempt} failed: {error}; waiting {wait:g}")
                    time.sleep(wait)
                    wait *= backoff
        wrapper.failures = 0
        return wrapper
    return decorator


answers = iter([Flaky("one"), Flaky("two"), "fine"])


@retry(Flaky, OSError)
def fetch(url: str, *, timeout: Optional[float] = None, **headers: Any) -> str:
    """Fetch it."""
    answer = next(answers)
    if isinstance(answer, Exception):
        raise answer
    return answer


print(fetch("x"), fetch.failures, fetch.__name__, fetch.__doc__, fetch.__wrapped__ is not fetch, inspect.signature(fetch))
print(get_type_hints(fetch), inspect.getdoc(fetch), inspect.signature(fetch).bind("u", timeout=1, a=2).arguments)
try:
    retry(KeyError, times=1)(lambda: {}["k"])()
except KeyError as error:
    print(repr(error), error.__notes__)


@functools.lru_cache(maxsize=2)
def slow(n):
    print("computing", n)
    return n * n


print([slow(n) for n in (1, 2, 1, 3, 2)], slow.cache_info())
slow.cache_clear()
print(slow.cache_info(), slow.cache_parameters(), slow.__wrapped__(4))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Resource:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)


@contextlib.contextmanager
def section(title, /, *, width=20):
    print(title.center(width, "="))
    try:
        yield title.lower()
    except ZeroDivisionError as error:
        print("swallowed", error)
    finally:
        print("-" * width)


with section("Math") as name, contextlib.suppress(KeyError):
    print(name, isinstance(Resource("r"), Closable), isinstance(3, Closable))
    1 / 0
with contextlib.ExitStack() as stack:
    stack.callback(print, "callback", sep="|")
    stack.enter_context(contextlib.closing(Resource("a")))
    moved = stack.pop_all()
    stack.push(lambda *info: print("exit", info[0]) or True)
    raise ValueError("gone")
moved.close()


@section("Decorated", width=15)
def decorated():
    print("inside")


decorated()
handlers: defaultdict[str, list[Callable]] = defaultdict(list)


def on(event):
    return lambda function: handlers[event].append(function) or function


@on("start")
@on("stop")
def log(event, *args, sep=" "):
    print("log", event, *args, sep=sep)


on("start")(functools.partial(log, "partial", sep="-"))
for event in ("start", "stop", "none"):
    for handler in handlers.get(event, ()):
        handler(event)
print(dict.fromkeys(handlers, 0), len(handlers), functools.partial(log, 1, sep="").keywords, functools.partialmethod)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(str.strip, str.title, len)("  some words "), compose(int, lambda n: n + 1, hex)("41"))
