"""`input()` asks `sys.stdin`, whatever that is, and prompts on `sys.stdout`."""
import contextlib
import io
import sys
from unittest.mock import patch


class Lines:
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self):
        print("[readline]", end="")
        return self.lines.pop(0) if self.lines else ""


class Out:
    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)
        return len(text)

    def flush(self):
        self.texts.append("flush")


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def menu():
    total = 0
    while True:
        match input("> ").split():
            case ["add", number]:
                try:
                    total += float(number)
                except ValueError as error:
                    print("bad number:", error)
            case ["quit"]:
                return total
            case other:
                print("unknown", other)


sys.stdin = io.StringIO("add 2\nadd x\nfoo bar\nquit\n")
print(menu())
with patch("builtins.input", side_effect=["add 1", "quit"]) as fake:
    print(menu(), fake.call_count)
sys.stdin = Lines("one\n", "two", "\n")
print([tried(input, "p> "), tried(input), tried(input), tried(input)])
out = Out()
with contextlib.redirect_stdout(out):
    sys.stdin = Lines("x\n")
    answer = input("prompt")
print(out.texts, answer)
sys.stdin = Lines(5)
print(tried(input))
sys.stdin = io.StringIO("a b\n3\n")
x, y = input().split()
print(x, y, int(input("n: ")) + 1, tried(input, 1, 2))
sys.stdin = None
print(tried(input))
sys.stdin = sys.__stdin__
print(tried(input, "last: "), sys.stdin.readline() == "", list(sys.stdin))
