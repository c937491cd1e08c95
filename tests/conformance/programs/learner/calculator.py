# A tokenizer by regular expression and a calculator by precedence, with its errors.
import re, math, operator
from collections import namedtuple, ChainMap
from typing import NamedTuple, Iterator


class Token(NamedTuple):
    type: str
    value: str | float
    line: int
    column: int


SPEC = [
    ("NUMBER", r"\d+(\.\d*)?([eE][+-]?\d+)?|\.\d+"),
    ("ASSIGN", r":="),
    ("END", r";"),
    ("ID", r"[A-Za-z_]\w*"),
    ("OP", r"\*\*|//|[+\-*/%^!]"),
    ("PAREN", r"[(),]"),
    ("NEWLINE", r"\n"),
    ("COMMENT", r"\#[^\n]*"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]
TOKEN = re.compile("|".join(f"(?P<{n}>{r})" for n, r in SPEC))


class CalcError(Exception):
    def __init__(self, message, token=None):
        super().__init__(message)
        self.token = token

    def __str__(self):
        where = f" at {self.token.line}:{self.token.column}" if self.token else ""
        return super().__str__() + where


def tokenize(code: str) -> Iterator[Token]:
    line, start = 1, 0
    for mo in TOKEN.finditer(code):
        kind, value, column = mo.lastgroup, mo.group(), mo.start() - start
        match kind:
            case "NUMBER":
                value = float(value) if any(c in value for c in ".eE") else int(value)
            case "NEWLINE":
                start = mo.end()
                line += 1
                continue
            case "SKIP" | "COMMENT":
                continue
            case "MISMATCH":
                raise CalcError(f"{value!r} unexpected", Token(kind, value, line, column))
        yield Token(kind, value, line, column)


class Parser:
    BINARY = {
        "+": (1, operator.add),
        "-": (1, operator.sub),
        "*": (2, operator.mul),
        "/": (2, operator.truediv),
        "//": (2, operator.floordiv),
        "%": (2, operator.mod),
        "**": (4, operator.pow),
    }
    FUNCS = {n: getattr(math, n) for n in ("sqrt", "sin", "floor", "gcd", "hypot", "log")} | {
        "max": max,
        "min": min,
    }

    def __init__(self, code, env=None):
        self.tokens = list(tokenize(code))
        self.pos = 0
        self.env = ChainMap(env if env is not None else {}, {"pi": math.pi, "e": math.e})

    @property
    def current(self):
        return self.tokens[self.pos] if self.pos < len(self.tokens) else Token("EOF", "", -1, 0)

    def advance(self):
        t = self.current
        self.pos += 1
        return t

    def accept(self, *values):
        if self.current.value in values:
            return self.advance()

    def expect(self, value):
        t = self.accept(value)
        if t is None:
            raise CalcError(f"expected {value!r}, got {self.current.value!r}", self.current)
        return t

    def run(self):
        out = []
        while self.current.type != "EOF":
            out.append(self.statement())
            if not self.accept(";"):
                break
        if self.current.type != "EOF":
            raise CalcError("trailing input", self.current)
        return out

    def statement(self):
        t = self.current
        if t.type == "ID" and self.pos + 1 < len(self.tokens) and self.tokens[self.pos + 1].type == "ASSIGN":
            self.pos += 2
            self.env[t.value] = v = self.expr()
            return v
        return self.expr()

    def expr(self, level=1):
        left = self.unary()
        while (op := self.BINARY.get(self.current.value)) and op[0] >= level:
            tok = self.advance()
            right = self.expr(op[0] if tok.value == "**" else op[0] + 1)
            try:
                left = op[1](left, right)
            except ZeroDivisionError as e:
                raise CalcError(f"math: {e}", tok) from e
        return left

    def unary(self):
        if self.accept("-"):
            return -self.expr(3)
        if self.accept("+"):
            return self.unary()
        v = self.atom()
        while self.accept("!"):
            v = math.factorial(v)
        return v

    def atom(self):
        t = self.advance()
        if t.type == "NUMBER":
            return t.value
        if t.value == "(":
            v = self.expr()
            self.expect(")")
            return v
        if t.type == "ID":
            if self.accept("("):
                args = []
                if not self.accept(")"):
                    args.append(self.expr())
                    while self.accept(","):
                        args.append(self.expr())
                    self.expect(")")
                if t.value not in self.FUNCS:
                    raise CalcError(f"no function {t.value}", t)
                try:
                    return self.FUNCS[t.value](*args)
                except (TypeError, ValueError) as e:
                    raise CalcError(f"{t.value}: {e}", t) from None
            try:
                return self.env[t.value]
            except KeyError:
                raise CalcError(f"undefined: {t.value}", t)
        raise CalcError(f"unexpected {t.value or 'end'!r}", t)


env = {}
for text in [
    "1+2*3",
    "2**3**2",
    "-2**2",
    "(1+2)*3",
    "10//3; 10%3; 10/4",
    "x := 5; y := x*2 # note\n; x+y",
    "sqrt(16)+hypot(3,4)",
    "5!/3!",
    "1/0",
    "1 +",
    "foo(1)",
    "z",
    "2 $ 3",
    "sqrt(-1)",
    "gcd(12, 18)",
    "max(1,2,3)-min(4,5)",
    "(1",
    "1 2",
    "1e3 + .5",
    "sqrt(1,2)",
    "log(e)",
    "",
    "10 % 0",
    "x\n+\n?",
]:
    try:
        print(f"{text!r:>30} = {Parser(text, env).run()}")
    except CalcError as e:
        print(f"{text!r:>30} ! {e} [{type(e.__cause__).__name__}]")
print(env, *[t for t in tokenize("a := 3 +\n 4")], sep="\n")
