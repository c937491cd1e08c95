"""What is doubtful about compiled text goes through the `warnings` module: recorded, ignored, made an error."""
import warnings

DOUBTFUL = ("x is 1", "assert (x, 'y')", "'a'()", "[1][1, 2]", "f'{1 is 1}'", "'\\d'", "0 is x\nx is 'a'")

for text in DOUBTFUL:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(text, "<given>", "exec")
    for one in caught:
        print(repr(text), one.category.__name__, one.message, one.filename, one.lineno)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    x = 1
    print(eval("x is 1"))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        exec("y = 2\nx is 1")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(2):
        compile("x is 2", "<again>", "exec")
    print(len(caught))
