"""Dunders called by hand, operators in place, and builtins given what they do not take: what each says."""
import warnings


class Index:
    def __index__(self): return 66


class Plain:
    def __mul__(self, other): return NotImplemented
    def method(self): pass


def attempt(text):
    place = {"Index": Index, "Plain": Plain, "it": Plain()}
    try:
        exec(f"result = {text}" if "=" not in text else text, place)
        print(text, "->", place.get("result"))
    except TypeError as error:
        print(text, "->", error)


for text in (
    "'a'.__mul__('x')", "[1].__mul__('x')", "(1,).__rmul__(2.5)", "b'a'.__mul__(None)", "'a'.__mul__(2)", "[].__mul__(Index())",
    "Plain.method.__get__(None)", "Plain.method.__get__(None, None)", "Plain.method.__get__(None, Plain).__name__",
    "'%c%c' % (Index(), 67)", "'%c' % 2.5", "'%x' % Index()", "it *= 'a'", "it * 'a'", "'a' * it", "a = {}; a *= 'x'",
    "a = range(3); a *= ()", "a = {1}; a *= [1]", "a = 2.5; a *= 'a'", "a = None; a *= [1]", "a = 'a'; a *= it",
    "{}.keys(1)", "{}.values(1)", "{}.items(1)", "open()", "open(1, 2, 3, 4, 5, 6, 7, 8, 9)",
    "bytes(1, 2)", "bytes('a', 'ascii', 5)", "bytearray([1], 'x')",
):
    attempt(text)
for text in (
    "x is ()", "() is not x", "x is (1, 'a')", "x is (None, True)", "x is (y,)", "x is (1, (2,))", "x is (-1,)", "x is [1]",
    "x is 'a' 'b'", "x is f'a'", "x is ...",
):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(text, "text", "eval")
    print(text, [str(warning.message) for warning in caught])
for text in ("def f():\n    global x\n    nonlocal x\n", "def f():\n    nonlocal x\n    x = 1\n    global x\n"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
