"""Sources with more than one mistake, or with one at their end: which is told, where, and with which line."""

SOURCES = [
    # Strings that do not end.
    'text = """one\n\n\n',
    'text = f"""one {1}\n\n',
    "path = 'C:\\new\\'\n",
    'path = "\\"\nother = """one',
    # Fields that do not end.
    'print(f"{name:>10\n")',
    'print(f"{name:',
    'print(f"{name:{width}\n',
    'f"{\nx = 1\n',
    'name = "x"\nx: int: 3\nprint(f"{name")\n',
    # Blocks that are missing where the source ends.
    "try:",
    "def outer():\n    try:",
    "try:\n    down()",
    "class A:\n    @property",
    # Brackets.
    "def slow(self:\n    return 1\n",
    "print((1, 2)\n",
    'print("still" {1: 2, 3})\n',
    "print(1, f(a=1, 2)\n",
    # One expression after another.
    "undefined f(a=1, 2) 1\n",
    "structured f(*): 1\n",
    'print(numbers[5 b"\u00e9"])\n',
    'template = t"{name!r} costs {price:.2f}"\nprint("a" "b" c)\n',
    'print(t"{price:.2f}" 1)\n',
    # Tabs that look like the spaces below.
    "if 1:\n\t    for _ in ():\n        pass\n",
    "def f():\n\t    if 1:\n        return 2\n",
    "loop.set_debug\\True)\n",
    # What only looks wrong.
    "for i in ():\n    \\\n    if i:\n        pass\n    pass\n",
    'f"{1} {b\'x\'}"\nis\n',
    'print(r"\\x", 1) 2\n',
]

for source in SOURCES:
    try:
        compile(source, "script.py", "exec")
    except SyntaxError as error:
        place = error.lineno, error.offset, error.end_lineno, error.end_offset
        print(repr(source), type(error).__name__, error.msg, place, repr(error.text), sep="\n    ")
    else:
        print(repr(source), "is fine")
