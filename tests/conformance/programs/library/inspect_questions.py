import inspect, asyncio, functools
from inspect import *


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


def f(a, /, b: int, c=3, *args, d, e: str = "x", **kw) -> list:
    "doc of f"
    return a


print(
    signature(f),
    list(signature(f).parameters),
    signature(f).return_annotation,
    repr(signature(f).parameters["b"]),
    signature(f).parameters["c"].default,
    signature(f).parameters["d"].kind,
    signature(f).parameters["a"].kind.description,
    Parameter.empty,
    signature(f).parameters["kw"].kind.name,
)
ba = signature(f).bind(1, 2, d=4, z=9)
print(ba, ba.args, ba.kwargs, ba.arguments)
ba.apply_defaults()
print(ba.arguments)
t(lambda: signature(f).bind(1))
t(lambda: signature(f).bind(1, 2))
t(lambda: signature(lambda x: 0).bind(1, 2))
t(lambda: signature(lambda x: 0).bind(y=1))
t(lambda: signature(3))
t(lambda: signature(lambda x: 0).bind(1, x=2))
print(signature(f).bind_partial(1))


class C:
    "C doc"

    x = 1

    def __init__(self, a, b=2):
        pass

    def m(self, q):
        pass

    @classmethod
    def cm(cls, z):
        pass

    @staticmethod
    def sm(y):
        pass

    @property
    def p(self):
        return 1

    async def co(self):
        pass

    def __call__(self, w):
        pass


print(
    signature(C),
    signature(C.m),
    signature(C(1).m),
    signature(C.cm),
    signature(C.sm),
    signature(C(1)),
    signature(functools.partial(f, 1, d=2)),
    signature(functools.wraps(f)(lambda *a: 0)),
)
print(
    isfunction(f),
    ismethod(C(1).m),
    isclass(C),
    isbuiltin(len),
    isroutine(len),
    ismodule(inspect),
    iscoroutinefunction(C.co),
    iscoroutinefunction(f),
    isgeneratorfunction(f),
    isasyncgenfunction(f),
    isawaitable(3),
    isabstract(C),
    isdatadescriptor(C.__dict__["p"]),
    ismethoddescriptor(str.upper),
    iscode(f.__code__),
    isframe(currentframe()),
    istraceback(None),
    callable(C),
)
print(
    getdoc(f),
    getdoc(C),
    getdoc(C.m),
    cleandoc("  a\n    b\n  c"),
    getmro(C),
    [n for n, _ in getmembers(C, isfunction)],
    getmodule(f).__name__,
    [a for a in classify_class_attrs(C) if a.name == "sm"][0].kind if hasattr(inspect, "classify_class_attrs") else "",
)
print(getsource(f))
print(getsourcelines(C.m))
print(getsource(C)[:40])
t(lambda: getsource(len))
t(lambda: getsource(3))
print(getfile(f).endswith("ins.py"), getsourcefile(f).endswith("ins.py"))
print(getcomments(f) if hasattr(inspect, "getcomments") else None)


def g():
    x = 1
    yield x


gg = g()
print(getgeneratorstate(gg), getgeneratorlocals(gg))
next(gg)
print(getgeneratorstate(gg), getgeneratorlocals(gg))
gg.close()
print(getgeneratorstate(gg))


async def co(n):
    await asyncio.sleep(n)


c = co(1)
print(getcoroutinestate(c), getcoroutinelocals(c), iscoroutine(c), isawaitable(c))
c.close()
print(getcoroutinestate(c))


async def ag():
    yield 1


a = ag()
print(getasyncgenstate(a), isasyncgen(a), inspect.getasyncgenlocals(a) if hasattr(inspect, "getasyncgenlocals") else "")


async def main():
    t_ = asyncio.create_task(co(5))
    await asyncio.sleep(0)
    print(getcoroutinestate(t_.get_coro()), getcoroutinelocals(t_.get_coro()))
    t_.cancel()


asyncio.run(main())


def outer():
    fr = currentframe()
    print(
        fr.f_code.co_name,
        fr.f_back.f_code.co_name,
        fr.f_lineno,
        getframeinfo(fr).function,
        [s.function for s in stack()],
        stack()[0].lineno,
        sorted(fr.f_locals),
    )


outer()
print(getfullargspec(f))
print(getclosurevars(f).globals if hasattr(inspect, "getclosurevars") else "")
print(
    signature(f).replace(return_annotation=int),
    Signature(
        [Parameter("x", Parameter.POSITIONAL_ONLY, default=1), Parameter("y", Parameter.KEYWORD_ONLY, annotation=int)]
    ),
)
t(lambda: Signature([Parameter("y", Parameter.KEYWORD_ONLY), Parameter("x", Parameter.POSITIONAL_ONLY)]))
t(lambda: Parameter("1x", Parameter.KEYWORD_ONLY))
t(lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY), Parameter("x", Parameter.KEYWORD_ONLY)]))
print(
    unwrap(functools.wraps(f)(lambda: 0)) is f,
    getattr_static(C, "x"),
    CO_COROUTINE,
    isgenerator(gg),
    signature(len) if False else "",
    signature(C.co),
    markcoroutinefunction(lambda: 0) is not None,
    iscoroutinefunction(markcoroutinefunction(lambda: 0)),
)
print(
    signature(print) if False else "",
    signature(dict.get) if False else "",
    inspect.get_annotations(f),
    indentsize("   x") if hasattr(inspect, "indentsize") else "",
    isclass(int),
    getmodulename("/a/b.py"),
)
