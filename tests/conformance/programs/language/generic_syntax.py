import typing
from typing import TypeVar, Generic, Callable
type Alias = int | str
type Pair[A, B = int] = tuple[A, B]
type Rec = list[Rec] | None
print(Alias, Alias.__value__, Alias.__name__, type(Alias), Pair, Pair.__type_params__, Pair[int, str], Rec.__value__)
def first[T](xs: list[T]) -> T: return xs[0]
def bound[T: int, *Ts, **P](x: T, *a: *Ts) -> Callable[P, T]: return x
print(first([1]), first.__type_params__, bound.__type_params__, first.__annotations__)
T, Ts, P = bound.__type_params__
print(T.__bound__, T.__name__, type(T), type(Ts), type(P), repr(T), repr(Ts), repr(P), T.__constraints__, T.__covariant__, T.__infer_variance__)
def cons[S: (str, bytes), D = int](x: S) -> D: ...
S, D = cons.__type_params__
print(S.__constraints__, S.__bound__, D.__default__, D.has_default(), S.has_default(), typing.NoDefault)
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
print(Stack.__type_params__, Stack.__parameters__, Stack.__orig_bases__, Stack[int], Stack.__mro__, Stack.push.__annotations__)
s = Stack[int](); s.push(1); print(s.items, type(s), s.__orig_class__)
class Child[K](Stack[K]): pass
print(Child[str], Child.__mro__[1:], Child.__bases__, Child.__orig_bases__)
try: Stack[int, str]
except TypeError as e: print(e)
try: Alias[int]
except TypeError as e: print(e)
def ann(a: undefined_name, b: "str" = 1, *args: int, k: list[int] = None, **kw: dict) -> None: pass
try: ann.__annotations__
except NameError as e: print(e)
undefined_name = 5
print(ann.__annotations__)
class C:
    x: int
    y: "later" = 3
    z: Later
    def m(self) -> Later: pass
Later = float
print(C.__annotations__, C.m.__annotations__, typing.get_type_hints(C.m))
v: int = 3
w: str
print(__annotations__ if '__annotations__' in globals() else 'lazy')
print(int | None, list[int] | str, int | str | None, type(int | str), (int | str).__args__, isinstance(3, int | str), issubclass(bool, int | str))
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], list[int].__origin__, list[int].__args__, list[T])
print(typing.Optional[int], typing.Union[int, str], typing.Any, typing.Callable[[int], str], typing.Literal[1, "a"])
