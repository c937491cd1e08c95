"""What `eval` says of text that is no expression, beside what `exec` says of it."""

TEXTS = ("f'{lambda x:1}'", "f'{!r}'", "f'{}'", "f'{a b}'", "f'{3'", "f'' = 3", "f'{0}' = x", "del f''", "1 +", "x = 1",
         "(1", "f'{a $ b}'", "  1 2", "f'{*}'", "f'{x:}}'", "f'{a!}'", "lambda x:", "[x for x in]", "print(a b)", "a if b",
         "foo(x=1, 2)", "{1:2, 3}", "'a\nb'", "'''a", "a.b.1", "return 1", "f'{x = !z}'", "0777", "a b", "if", "not",
         "1 = 2", "f() = 1", "a, b = 1", "import x", "pass", "1\n2", "1 +\n", "x = 1\n", "a[1", "1)")

for text in TEXTS:
    for run in (eval, exec):
        try:
            run(text)
            print(run.__name__, repr(text), "runs")
        except SyntaxError as error:
            print(run.__name__, repr(text), type(error).__name__, error.msg, error.lineno, error.offset,
                  error.end_lineno, error.end_offset, repr(error.text))
        except Exception as error:
            print(run.__name__, repr(text), type(error).__name__, error)
