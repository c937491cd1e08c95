"""A tokenizer, a Pratt parser and three visitors."""
import enum
import operator
import re
from dataclasses import dataclass, field
from functools import singledispatch, singledispatchmethod
from typing import Callable, ClassVar, Iterator, NamedTuple, Optional, Union


class Kind(enum.Enum):
    NUMBER = r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"
    NAME = r"[A-Za-z_]\w*"
    OP = r"\*\*|//|[-+*/%()=,]"
    SKIP = r"[ \t]+"
    BAD = r"."


class Token(NamedTuple):
    kind: Kind
    text: str
    column: int = 0

    def __str__(self):
        return f"{self.kind.name}({self.text!r})@{self.column}"


PATTERN = re.compile("|".join(f"(?P<{kind.name}>{kind.value})" for kind in Kind))


def tokens(source: str) -> Iterator[Token]:
    for match in PATTERN.finditer(source):
        kind = Kind[match.lastgroup]
        if kind is Kind.SKIP:
            continue
        if kind is Kind.BAD:
            raise SyntaxError(f"unexpected {match[0]!r} at column {match.start()}")
        yield Token(kind, match.group(), match.start())


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True)
class Binary:
    op: str
    left: "Node"
    right: "Node"
    table: ClassVar[dict[str, Callable]] = {
        "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
        "//": operator.floordiv, "%": operator.mod, "**": operator.pow,
    }


@dataclass(frozen=True)
class Unary:
    op: str
    operand: "Node"


@dataclass
class Call:
    name: str
    args: list["Node"] = field(default_factory=list)


Node = Union[Number, Name, Binary, Unary, Call]
POWERS = {"+": (10, 11), "-": (10, 11), "*": (20, 21), "/": (20, 21), "//": (20, 21), "%": (20, 21), "**": (41, 40)}


class Parser:
    def __init__(self, source):
        self.items = list(tokens(source))
        self.place = 0

    @property
    def current(self) -> Optional[Token]:
        return self.items[self.place] if self.place < len(self.items) else None

    def take(self, text=None):
        token = self.current
        if token is None:
            raise SyntaxError("unexpected end")
        if text is not None and token.text != text:
            raise SyntaxError(f"expected {text!r}, found {token}")
        self.place += 1
        return token

    def expression(self, least=0):
        match self.take():
            case Token(Kind.NUMBER, text):
                left = Number(float(text) if set(text) & set(".eE") else int(text))
            case Token(kind=Kind.NAME, text=text):
                if self.current and self.current.text == "(":
                    self.take()
                    args = []
                    while self.current and self.current.text != ")":
                        args.append(self.expression())
                        if self.current and self.current.text == ",":
                            self.take()
                    self.take(")")
                    left = Call(text, args)
                else:
                    left = Name(text)
            case Token(Kind.OP, "(", _):
                left = self.expression()
                self.take(")")
            case Token(Kind.OP, "-" | "+" as op):
                left = Unary(op, self.expression(30))
            case other:
                raise SyntaxError(f"unexpected {other}")
        while (token := self.current) and token.text in POWERS:
            power, right = POWERS[token.text]
            if power < least:
                break
            self.take()
            left = Binary(token.text, left, self.expression(right))
        return left


@singledispatch
def show(node):
    raise TypeError(f"cannot show {type(node).__name__}")


@show.register
def _(node: Number):
    return f"{node.value:g}"


@show.register
def _(node: Name):
    return node.name


@show.register(Binary)
def _(node):
    return f"({show(node.left)} {node.op} {show(node.right)})"


@show.register
def _(node: Unary) -> str:
    return node.op + show(node.operand)


show.register(Call, lambda node: f"{node.name}({', '.join(map(show, node.args))})")


class Evaluator:
    functions = {"max": max, "min": min, "abs": abs, "round": round}

    def __init__(self, **names):
        self.names = names

    @singledispatchmethod
    def visit(self, node):
        raise NotImplementedError(node)

    @visit.register
    def _(self, node: Number):
        return node.value

    @visit.register
    def _(self, node: Name):
        try:
            return self.names[node.name]
        except KeyError:
            raise NameError(f"{node.name} is unknown") from None

    @visit.register
    def _(self, node: Binary):
        return Binary.table[node.op](self.visit(node.left), self.visit(node.right))

    @visit.register
    def _(self, node: Unary):
        value = self.visit(node.operand)
        return -value if node.op == "-" else +value

    @visit.register
    def _(self, node: Call):
        return self.functions[node.name](*map(self.visit, node.args))


evaluator = Evaluator(x=3, y=0.5)
for source in ["1 + 2 * 3", "-x ** 2", "2 ** 3 ** 2", "(1+x)*-y", "max(x, 2, y*10) // 2", "7 % 4 - 1e2", "x / 0",
               "1 +", "3 $ 4", "(1", "z", "round(2.567, 2)", "min()", "10 - 4 - 3"]:
    try:
        tree = Parser(source).expression()
        print(f"{source:<22} {show(tree):<28} {evaluator.visit(tree)!r}")
    except Exception as error:
        print(f"{source:<22} {type(error).__name__}: {error}")

print(Parser("f(1, -b)").expression())
print(*tokens("a1 = 3.5"), sep="; ")
print(show.registry.keys() == {object, Number, Name, Binary, Unary, Call}, show.dispatch(bool) is show.dispatch(object))
try:
    show(3)
except TypeError as error:
    print(error)
try:
    Number(1).value = 2
except AttributeError as error:
    print(type(error).__name__, error)
print(Number(1) == Number(1.0), hash(Name("a")) == hash(Name("a")), Binary("+", Number(1), Number(2)).__match_args__)
