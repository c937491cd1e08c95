"""What SyntaxErrors of compiled text carry: the line with or without its end, fields of f-strings and t-strings, escapes that
are errors."""
import warnings

TEXTS = (
    "if 1:\n  x\n y",
    "if x:\n  y\n z\nw",
    "if 1:\n\tx\n        y",
    "x = \\ 1",
    "x = 'abc",
    "x = (1]",
    "x = 5 $",
    "if 1:\nx",
    'f"""{"""',
    'f"""{a"""',
    't"""{a!"""',
    "f'{a'",
    "x = t'<{i!r:>{w}}>' y z",
    "x = f'<{i!r:>{w}}>' y z",
    "x = t'{[t'<{i:>{w}}>' for i in z]}' 'tail'",
    "t'{a:>5'",
)
for text in TEXTS:
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, repr(e.text), (e.lineno, e.offset))
warnings.simplefilter("error")
for text in ("'\\d'", "b'\\400'", "1 is 1", "(1, 2)[3, 4]()"):
    try:
        compile(text, "<text>", "exec")
        print(text, "is fine")
    except SyntaxError as e:
        print(text, e.msg, e.lineno)
