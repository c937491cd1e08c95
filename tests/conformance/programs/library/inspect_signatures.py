"""The parameters of callables as objects: how they are checked, compared, written and bound."""
from inspect import Parameter as P, Signature as S, signature
def show(*texts):
    for text in texts:
        try:
            print(text, "|", eval(text))
        except Exception as error:
            print(text, "|", type(error).__name__, error)


def g(a, /, b: int = 1, *args, c, d=2, **kw) -> int: ...


s = signature(g)
a = s.parameters["b"]
show('P("x", 1)', 'P("x", 7)', "P(3, P.KEYWORD_ONLY)", 'P("if", P.KEYWORD_ONLY)', 'P("if", P.POSITIONAL_ONLY)',
     'P("x", P.VAR_KEYWORD, default=1)', 'P("x", P.VAR_POSITIONAL, default=1)', "a.replace(default=None)",
     "a.replace(annotation=P.empty)", 'a.replace(name="z")', "a.replace(kind=P.KEYWORD_ONLY)", "a == a.replace()",
     "a == a.replace(default=2)", "a == 3", "hash(a) == hash(a.replace())", "P.empty", "a.kind", "str(a.kind)",
     "int(a.kind)", "a.kind.name", 'P("x", P.POSITIONAL_ONLY, annotation="T")', 'P("x")', "a.annotation", "a.name",
     'setattr(a, "name", "q")', 'P(".0", P.POSITIONAL_ONLY)', 'P("implicit0", P.KEYWORD_ONLY, default=[1])')
show('S([P("b", P.KEYWORD_ONLY), P("a", P.POSITIONAL_ONLY)])', 'S([P("a", 0, default=1), P("b", 0)])',
     'S([P("a", 1, default=1), P("b", 1)])', 'S([P("a", 1), P("a", 1)])', "S()", "S([3])", "S(return_annotation=int)",
     'S(P("a", 1))', "s == signature(g)", "s == S()", "hash(s) == hash(signature(g))", "s.parameters",
     "type(s.parameters)", "s.replace(return_annotation=S.empty)", "s.replace(return_annotation=None)",
     "s.replace(parameters=[])", "S.from_callable(g)", "s.empty", "S.empty is P.empty", 'S([P("x", 4), P("y", 3)])',
     'S([P("args", 2), P("x", 1)])', 'S([P("args", 2), P("argz", 2)])',
     'S([P("a", 3), P("b", 3)]) == S([P("b", 3), P("a", 3)])',
     'S([P("a", 1), P("b", 1)]) == S([P("b", 1), P("a", 1)])')
b = s.bind(1, 2, 3, c=4, e=5)
show("b", "b.args", "b.kwargs", "b.signature is s", "b == s.bind(1, 2, 3, c=4, e=5)", "b == s.bind(1, c=4)",
     "s.bind(1, c=4).args", "s.bind(1, c=4, b=9).args", "s.bind(1, c=4, b=9).kwargs", "s.bind()", "s.bind(1)",
     "s.bind(1, 2, a=3, c=1)", "s.bind(1, b=2, c=3, d=4).kwargs", "s.bind(1, 2, b=3, c=1)", "s.bind_partial()",
     "s.bind_partial(c=3).kwargs", "s.bind_partial(b=3).args", "s.bind_partial(b=3).kwargs",
     "signature(lambda a, b: 0).bind(b=1)", "signature(lambda a, b: 0).bind(1, 2, 3)",
     "signature(lambda a, b: 0).bind(1, 2, c=3)", "signature(lambda a, b, *, c: 0).bind(1, 2)",
     "signature(lambda a, /: 0).bind(a=1)", "signature(lambda a, /, b: 0).bind(1, a=1, b=2)",
     "signature(lambda a=1, /, b=2: 0).bind(a=1)", "signature(lambda *a: 0).bind(x=1)",
     "signature(lambda **k: 0).bind(1)", "signature(lambda a, *b: 0).bind(1, 2, a=3)",
     "s.bind(1, 2, 3, 4, 5, c=1).arguments", "type(b.arguments)")


def bd():
    x = signature(lambda a, b=2, *c, d=3, **e: 0).bind(1); x.apply_defaults(); x.arguments["b"] = 9; return x, x.args, x.kwargs


show("bd()")


class A:
    def __init__(self, x, *, y=1): ...
    def __call__(self, z): ...


class B(A): pass


class C:
    def __new__(cls, q, r=2): ...


class M(type):
    def __call__(cls, *a, **k): return super().__call__(*a, **k)


class D(metaclass=M):
    def __init__(self, w): ...


class E:
    __signature__ = S([P("custom", 1)])


class F: pass


import enum, dataclasses, collections, functools, typing, contextlib, asyncio


class Col(enum.Enum): R = 1


@dataclasses.dataclass
class DC: x: int; y: str = "q"; z: list = dataclasses.field(default_factory=list)


@contextlib.contextmanager
def cm(a, b=1): yield


@functools.lru_cache
def lc(a, b=2): ...


@functools.singledispatch
def sd(a, b: int): ...


@functools.wraps(g)
def wr(*a, **k): ...


async def co(a, *, b): ...


class Desc:
    @functools.cached_property
    def cp(self): ...
    @classmethod
    def cm(cls, a): ...
    @staticmethod
    def sm(a): ...
    @property
    def p(self): ...
    @functools.singledispatchmethod
    def sdm(self, a, b=1): ...


for one in (A, B, A(1), C, D, E, F, Col, DC, cm, lc, sd, wr, co, Desc.cm, Desc.sm, Desc().cm, Desc.p.fget, Desc().sdm):
    print(getattr(one, "__name__", "an instance"), signature(one))
def long(a: "int", b: list["str"] = None, *, c: float = 1.5) -> "float": ...


L = lambda a, b, c=3, *, d: 0
part = functools.partial
_ = functools.Placeholder
show("signature(long).format(max_width=20)", "signature(long).format(max_width=1, quote_annotation_strings=False)",
     "signature(long).format(max_width=200)", "signature(F).format(max_width=0)")
show("signature(part(L, b=2))", "signature(part(L, 1, b=2))", "signature(part(L, a=1))", "signature(part(L, c=1))",
     "signature(part(L, d=1))", "signature(part(L, _, 2))", "signature(part(L, _, 2, d=4))",
     "signature(part(L, _, 2, c=4))", "part(L, _)", "part(print, x=_)", "signature(part(lambda *a, **k: 0, 1, x=2))",
     "signature(part(lambda a, /, b, *c, d, **e: 0, _, 1, 5, d=2))", "signature(part(part(L, b=1), b=2))",
     "signature(part(lambda a, b=1, /, c=2: 0, c=5))", "signature(part(sorted, reverse=True))")
try: signature(part(max, 1, 2, 3, zzz=4))
except ValueError as e: print("no signature")
try: signature(part(L, 1, 2, 3, 4))
except ValueError as e: print(str(e).endswith("has incorrect arguments"))
