"""Annotations as objects: what is substituted, what is equal, what text becomes of them."""
from typing import *
import typing
def show(*texts):
    for text in texts:
        try:
            print(text, "|", eval(text))
        except Exception as error:
            print(text, "|", type(error).__name__, error)


T = TypeVar("T")
U = TypeVar("U")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
A = Annotated[list[T], "m", 1]
show("A[int]", "A[int].__metadata__", 'A == Annotated[list[T], "m"]', 'A == Annotated[list[T], "m", 1]',
     'hash(A) == hash(Annotated[list[T], "m", 1])', "Annotated[Annotated[int, 1], 2]", "Annotated[int]",
     "Annotated[T, 1][str]", "A.__parameters__", "A.__args__", 'Annotated["X", 1]', "Annotated()",
     "list[Annotated[T, 3]][int]", "A[int][str]")
show('Union["B", None]', 'Union[int, "B"].__args__', 'Optional["B"].__args__', 'ClassVar["B"]', 'Final["B"]',
     "List[int] == list[int]", "Callable[P, T][[int, str], bool]", 'typing.Required["B"]', 'NotRequired["B"]',
     'ReadOnly["B"]', 'TypeGuard["B"]', 'Type["B"]')


class Opt(TypedDict, total=False):
    a: Required[int]
    b: ReadOnly[NotRequired[str]]
    t: "int"


class Opt2(Opt):
    c: list[Opt]


show("Opt.__annotations__", "Opt2.__annotations__", "Opt2.__required_keys__", "sorted(Opt2.__optional_keys__)",
     "Opt.__readonly_keys__", "sorted(Opt.__mutable_keys__)", "Opt2.__total__", "get_type_hints(Opt2)",
     "get_type_hints(Opt2, include_extras=True)", "Opt.__bases__", "Opt.__mro__", "Opt2.__orig_bases__",
     "isinstance({}, Opt)", "Opt(a=1, z=3)", 'TypedDict("X", {"a": int, "b": "str"}).__annotations__',
     'TypedDict("X", a=int)', 'TypedDict("X")', 'type("Y", (Opt, int), {})', "Opt | None")


def mk():
    class Bad(TypedDict, int): pass


def mk2():
    class Bad(Opt):
        a: str
    return Bad.__annotations__


class G(TypedDict, Generic[T]):
    x: T
    y: list[T]


show("mk()", "mk2()", "G[int]", "G.__parameters__", "G[int](x=1)", "G.__orig_bases__[1]", "get_type_hints(G)")


class NT(NamedTuple):
    a: int
    b: str = "x"


show("NT.__annotations__", 'NamedTuple("Q", [("a", "int")]).__annotations__', 'NamedTuple("Q", a=int)',
     'type("Z", (NamedTuple, int), {})', 'NamedTuple("E")', 'NamedTuple("E", None)',
     'NamedTuple("E", [("a", int)], b=int)')
show('assert_never("x" * 200)', "get_origin(List)", "get_origin(Tuple)", "get_origin(ClassVar)",
     "get_origin(Callable)")


@final
class Fin: pass


@no_type_check
def ntc(a: 3): pass


show("get_type_hints(ntc)", "dataclass_transform(eq_default=False)(Fin).__dataclass_transform__",
     'evaluate_forward_ref(ForwardRef("int"))', "type(List[int]).__name__", "AsyncContextManager[int]",
     "ContextManager", "Generator[int]", "Generator[int, str, None]", "AsyncGenerator[int]", "T.__module__",
     "TypeVar(3)", "P.__module__", "Ts.__module__")
show("List[None]", "Callable[[], None]", "Callable[[None], int]", "list[None]", "list[type(None)]", "Dict[str, None]",
     "Tuple[None, ...]", "Literal[None]", "ClassVar[None]", "Coroutine[Any, Any, None]", "Awaitable[None]",
     "Annotated[None, 1]", "Optional[List[None]]", "AsyncGenerator[int, None]", "Iterator[None]", "Type[None]",
     "Union[None, int]", "Concatenate[None, P]", "ContextManager[int, None]")
show("Callable[P, T].__parameters__", "Callable[P, T][[int], str]", "Callable[P, T][..., str]",
     "Callable[P, T][P, str]", "Callable[Concatenate[int, P], T][[str], bool]", "Callable[[T], U][int, str]",
     "List[Callable[[T], U]][int, str]", "Tuple[*Ts][int, str]", "tuple[*Ts][int, str]",
     "Tuple[T, *Ts].__parameters__", "Tuple[T, *Ts][int, str, float]")


class S(Generic[T]): pass


class S2(S[int]): pass


class S3(S[T], Dict[str, U]): pass


class S4(Generic[P]): pass


class S5(Generic[T, P]): pass


class L(List[T]): pass


show("S3.__parameters__", "S3[int, str]", "S2.__parameters__", "S2[int]", "S3.__orig_bases__", "S3.__mro__",
     "L.__mro__", "L[int]", "S[int][str]", "S[None]", 'S["X"]', "S[int, str]", "S[()]", "S4[int, str]",
     "S4[[int, str]]", "S4[...]", "S5[int, [str]]", "S5[int, ...]", "S4[P]", "S[int] == S[int]", "S[list[T]][int]",
     "S4[int]", "S4[[]]", "hash(S4[[int]]) == hash(S4[[int]])", "S4[int, str].__args__")


class Node[K: int, *V, **Q]: pass


show("Node.__type_params__", "Node[int, str, float, [int]]", "Node.__parameters__", "Node.__orig_bases__",
     "Node.__mro__", "Node[int]", "Node.__type_params__[0].__module__")
type Alias[X, Y = int] = dict[X, Y] | None
show("Alias[str]", "Alias[str, int].__value__", "Alias.__module__", "Alias.__name__", "get_origin(Alias[str])",
     "get_args(Alias[str])")


for text in ("class A(Generic[T], Generic[U]): pass",
             "class A(List[T], Generic[U]): pass",
             "class A[X](Generic[T]): pass",
             "class A[X](List[T]): pass",
             "class A(Generic): pass",
             "class A(Protocol[T], Generic[T]): pass",
             "class A(Generic[T], List[T]): pass\nprint(A[int])",
             "class A(Protocol[T]): pass\nprint(A[int])",
             "class A(int, Optional[int]): pass",
             "class A(Union[int, str]): pass",
             "class A(Callable[[int], str]): pass\nprint(A.__mro__)",
             "class A(Literal[1]): pass",
             "class A(ClassVar[int]): pass",
             "class A(NewType('Q', int)): pass",
             "class A(Self): pass"):
    try:
        exec(text)
        print("made")
    except TypeError as error:
        print(error)


class Cls:
    x: "int" = 3
    y: ClassVar["str"] = ""


show("get_type_hints(Cls)", "get_type_hints(typing)",
     'get_type_hints(type("E", (), {"__annotations__": {"a": "1 +"}}))')
