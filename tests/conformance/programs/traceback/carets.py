# Where the carets go.
import sys
import traceback


class Thing:
    pass


def fail():
    raise ValueError("x")


x, d, thing = 0, {"a": {}}, Thing()
actions = [
    lambda: 1 + 2 / x,
    lambda: d["a"]["b"]["c"],
    lambda: thing.attribute.deeper,
    lambda: (1 +
             x / x),
    lambda: fail() + 1,
    lambda: print(fail(),
                  1),
    lambda: [n / x for n in range(2)],
    lambda: f"{x:d} {1 // x}",
    lambda: thing(1, 2),
    lambda: not_defined + 1,
    lambda: (lambda: 1 / x)(),
    lambda: -"text",
    lambda: "a" < 1,
    lambda: d["a"]["b"] if True else 0,
    lambda: len(
        5
    ),
]
for action in actions:
    try:
        action()
    except Exception:
        traceback.print_exc(file=sys.stdout)
