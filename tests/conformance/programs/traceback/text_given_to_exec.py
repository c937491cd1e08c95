# Frames of text that was given to exec, eval and compile are in tracebacks, without their source.
import sys
import traceback

TEXTS = {
    "at once": "value = 1\nvalue / 0",
    "in a function": "def broken(n):\n    return n / 0\n\nbroken(3)",
    "in a class": "class Config:\n    size = unknown_size",
    "in a comprehension": "[1 / n for n in (2, 1, 0)]",
    "does not parse": "total = (1 +",
}


def attempt(text, *names):
    try:
        exec(text, *names)
    except Exception:
        traceback.print_exc(file=sys.stdout)


for title, text in TEXTS.items():
    print("--", title)
    attempt(text)
    attempt(text, {}, {})
    try:
        code = compile(text, f"<{title}>", "exec")
    except SyntaxError as error:
        print(error.filename, error.lineno, error.msg)
    else:
        attempt(code, {})

try:
    eval("(1 +\n 2 / 0)")
except ZeroDivisionError as error:
    print([entry.lineno for entry in traceback.extract_tb(error.__traceback__)])

# A function from such text calls one of the script's, and its depth counts.
namespace = {"report": lambda: sys._getframe(1).f_code.co_name}
exec("def caller():\n    return report()\ndef endless(n):\n    return endless(n + 1)", namespace)
print(namespace["caller"](), list(namespace)[-3:])
try:
    namespace["endless"](0)
except RecursionError as error:
    print(error)

# What builtins there are is said by the globals.
print(sorted(eval("[len, 3]", {"__builtins__": {"len": 0}})))
for builtins in ({}, {"abs": abs}, None):
    try:
        print(eval("abs(-2)", {"__builtins__": builtins}))
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)
names = {}
exec("answer = 42", names)
print(list(names), type(names["__builtins__"]).__name__)
exec("missing.attribute", names)
