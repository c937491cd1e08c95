# Type hints, protocols, generics and signatures, asked at run time.

import inspect, typing, types
from typing import *
T = TypeVar('T')
K = TypeVar('K', bound='Base')

class Base(Generic[T]):
    """Base doc.

       indented"""
    x: int = 1
    y: 'list[T]'

    def m(self, a: int, b: str='x', *args: Any, k: float, **kw) -> 'Base[T]':
        ...

    @staticmethod
    def s():
        """s"""

    @classmethod
    def c(cls):
        """c"""

    @property
    def p(self) -> int:
        return 1

    async def co(self):
        pass

class Sub(Base[int]):

    def m(self):
        return super().m

print(inspect.signature(Base.m), inspect.signature(Base('').m) if False else '', inspect.getdoc(Base), inspect.signature(Base.c), inspect.getmembers(Sub, inspect.isfunction)[0][0], inspect.isclass(Sub), inspect.iscoroutinefunction(Base.co))
for n, p in inspect.signature(Base.m).parameters.items():
    print(n, p.kind, p.kind.description, p.default is p.empty, p.annotation)
sig = inspect.signature(lambda a, /, b=2, *, c=3: 0)
ba = sig.bind(1, c=5)
ba.apply_defaults()
print(ba, ba.args, ba.kwargs, ba.arguments, sig, str(sig.replace(parameters=list(sig.parameters.values())[:1])))
try:
    sig.bind()
except TypeError as e:
    print(e)
try:
    sig.bind(1, 2, 3)
except TypeError as e:
    print(e)
print(get_type_hints(Base), get_type_hints(Base.m), Sub.__orig_bases__, get_args(Dict[str, List[int]]), get_origin(List[int]), Base[int], Optional[int], Union[int, str, None], Callable[[int], str], Tuple[int, ...], Literal['a', 1], Annotated[int, 'meta'], Final[int], ClassVar[int], Type[int], Any, NoReturn, list[int] | None, dict[str, 'X'], T, K, K.__bound__)

class Movie(TypedDict, total=False):
    title: Required[str]
    year: int

print(Movie(title='x', year=1), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, Movie.__annotations__)

class Emp(NamedTuple):
    """An employee."""
    name: str
    id: int = 3

    def hi(self):
        return f'hi {self.name}'

print(Emp('a'), Emp('b').hi(), Emp._field_defaults, Emp.__annotations__, Emp.__doc__, Emp('z')._replace(id=9))
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__supertype__, type(UserId))

@runtime_checkable
class HasLen(Protocol):

    def __len__(self) -> int:
        ...

class Quack(Protocol):

    def quack(self):
        ...

print(isinstance([], HasLen), isinstance(3, HasLen))
try:
    isinstance(3, Quack)
except TypeError as e:
    print(e)
try:
    Quack()
except TypeError as e:
    print(e)

@overload
def f(a: int) -> int:
    ...

@overload
def f(a: str) -> str:
    ...

def f(a):
    return a

print(f(1), len(get_overloads(f)), typing.cast(int, 'x'), reveal_type.__name__, assert_never.__name__)

def g(x: Annotated[int, 'pos'], y: 'Optional[str]'=None) -> None:
    ...

print(get_type_hints(g), get_type_hints(g, include_extras=True), g.__annotations__, inspect.get_annotations(g, eval_str=True))
type Alias[X] = list[X] | dict[str, X]
print(Alias, Alias.__value__, Alias.__type_params__, Alias[int], type(Alias))

class Stack[S: (int, str)]:

    def push(self, s: S) -> None:
        ...

def first[U](l: list[U]) -> U:
    return l[0]

print(Stack.__type_params__, Stack[int], first.__type_params__, Stack.__mro__, Stack.__orig_bases__, first.__type_params__[0].__bound__, Stack.__type_params__[0].__constraints__)
for bad in (lambda: List[int, str], lambda: Optional[1, 2], lambda: Union[()], lambda: Generic[int], lambda: isinstance([], List[int]), lambda: Base[int, str], lambda: Callable[int], lambda: get_type_hints('x'), lambda: isinstance(1, list[int])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(inspect.getsource(f), inspect.getsourcelines(Emp)[1], inspect.cleandoc('  a\n    b\n   c'), inspect.getmodule(Base).__name__, inspect.currentframe().f_lineno, inspect.stack()[0].function, inspect.getmro(Sub)[1], inspect.isgeneratorfunction(g), inspect.unwrap(g) is g, inspect.getfullargspec(Base.m))
ns = types.SimpleNamespace(a=1, b=[2])
print(ns, ns == types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({'a': 1}), types.new_class('Z', (Base,), {}, lambda n: n.update(q=1)).q, types.MethodType(lambda s: s, 5)(), types.FunctionType, types.NoneType, types.GenericAlias(list, (int,)), isinstance(int | str, types.UnionType), types.ModuleType('m', 'doc'))

def gen():
    x = (yield 1)
    yield x

gg = gen()
print(inspect.getgeneratorstate(gg), next(gg), inspect.getgeneratorstate(gg), inspect.getgeneratorlocals(gg))
gg.close()
print(inspect.getgeneratorstate(gg))
