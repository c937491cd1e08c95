from typing import *
import typing, collections.abc


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


print(
    Optional[int],
    Union[int, str],
    int | None,
    List[int],
    Dict[str, int],
    Callable[[int], str],
    Callable[..., Any],
    Tuple[int, ...],
    Any,
    Literal["a", 1],
    Annotated[int, "m"],
    Type[int],
    Awaitable[int],
    Coroutine[Any, Any, int],
    AsyncIterator[int],
    ClassVar[int],
    Final[int],
    Iterable,
    List,
    Dict,
)
T = TypeVar("T")
K = TypeVar("K", bound=int)
L = TypeVar("L", int, str, covariant=False)
print(
    T, K, K.__bound__, L.__constraints__, repr(TypeVar("Co", covariant=True)), repr(TypeVar("Ct", contravariant=True))
)


class Box(Generic[T]):
    def __init__(self, v: T):
        self.v = v


print(
    Box[int],
    Box[int](3).v,
    Box.__parameters__,
    Box[T],
    Box[int].__origin__,
    Box[int].__args__,
    Box.__orig_bases__,
    get_origin(Box[int]),
    get_args(Dict[str, int]),
    get_origin(List[int]),
    get_args(Callable[[int], str]),
    get_origin(Optional[int]),
    get_origin(Literal[1]),
)
t(lambda: Box[int, str])
t(lambda: List[int, str])
t(lambda: Union[()])
t(lambda: Optional[1, 2])
t(lambda: isinstance(3, List[int]))
t(lambda: Literal["x"]())
t(lambda: Any())


class Pt(NamedTuple):
    "doc"

    x: int
    y: int = 5

    def s(self):
        return self.x + self.y


p = Pt(1)
print(
    p,
    p.x,
    p.s(),
    p._asdict(),
    p._replace(x=3),
    Pt._fields,
    Pt._field_defaults,
    Pt.__annotations__,
    p == (1, 5),
    Pt.__doc__,
    isinstance(p, tuple),
    len(Pt.__orig_bases__),
)
t(lambda: Pt())
t(lambda: Pt(1, 2, 3))
t(lambda: setattr(p, "x", 2))
Q = NamedTuple("Q", [("a", int), ("b", str)])
print(Q(1, "x"))


class TD(TypedDict):
    a: int
    b: NotRequired[str]


class TD2(TD, total=False):
    c: float


print(
    TD(a=1),
    TD.__annotations__,
    TD.__required_keys__,
    TD.__optional_keys__,
    sorted(TD2.__required_keys__),
    TD2.__total__,
    type(TD(a=1)),
    TD2.__optional_keys__ >= {"c"},
)
t(lambda: isinstance({}, TD))


@runtime_checkable
class Pr(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self):
        return "q"


print(isinstance(Duck(), Pr), isinstance(3, Pr), issubclass(Duck, Pr))


class NR(Protocol):
    def m(self): ...


t(lambda: isinstance(3, NR))
t(lambda: NR())
t(lambda: Pr())


def f(a: int, b: "str" = "x", *c: float, d: Optional[int] = None) -> List[int]: ...


print(get_type_hints(f), f.__annotations__)


class H:
    x: int
    y: "H"
    z: ClassVar[str] = ""


print(get_type_hints(H))
print(get_type_hints(H, include_extras=True))


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(g(3), len(get_overloads(g)))
print(cast(int, "x"), TYPE_CHECKING, NewType("Uid", int)(5), NewType("Uid", int))
U = NewType("U", int)
print(U, U.__name__, U.__supertype__)
t(lambda: reveal_type(3))
t(lambda: assert_never(3))
print(assert_type(3, int))


@final
class Fi:
    pass


print(Fi.__final__, no_type_check(f) is f)
print(
    Union[int, str] == Union[str, int],
    Optional[int] == Union[int, None],
    int | str == Union[int, str],
    Union[int, int],
    Union[int, Union[str, int]],
)
P = ParamSpec("P")
print(P, P.args, P.kwargs, Callable[P, int], Concatenate[int, P])
Ts = TypeVarTuple("Ts")
print(Ts, Unpack[Ts])
type Al = int | str
print(Al, Al.__value__, type(Al))
type G[X] = list[X]
print(G[int], G.__type_params__)


def gen[X](a: X) -> X:
    return a


print(gen.__type_params__, gen(3))
class_ = type("x", (), {})


class GC[X, *Y, **Z]:
    pass


print(GC.__type_params__, GC.__parameters__ if hasattr(GC, "__parameters__") else "")
print(
    Self,
    Never,
    NoReturn,
    LiteralString,
    TypeAlias,
    TypeGuard[int],
    Required[int],
    NotRequired[int],
    ReadOnly[int],
    Text,
    AnyStr,
    SupportsInt,
    Hashable,
    Sized,
    isinstance([], Sized),
    isinstance(3, SupportsInt),
    IO,
    Pattern,
)
print(
    list[int],
    dict[str, list[int]],
    tuple[int, ...],
    type[int],
    collections.abc.Callable[[int], str],
    collections.abc.Awaitable[int],
    list[T][int],
    Dict[str, T][int],
    set[int] == set[int],
    Deque[int],
    DefaultDict[str, int],
    Counter[str],
    ChainMap[str, int],
)
print(get_protocol_members(Pr), is_typeddict(TD), is_protocol(Pr), get_type_hints(TD), override(f) is f, f.__override__)
ForwardRef("int")
print(ForwardRef("int"), List["int"], Optional["H"])
print(ForwardRef("H") == ForwardRef("H"))


class Ann:
    x: Annotated[int, "meta"] = 1


print(get_type_hints(Ann), get_type_hints(Ann, include_extras=True), Annotated[int, "m"].__metadata__)


def later(a: Unknown): ...


t(lambda: later.__annotations__)
t(lambda: get_type_hints(later))
