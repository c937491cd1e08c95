for spec in ("d", "5d", "<5d", "^5d", "05d", "+d", " d", ",d", "_d", "x", "#x", "X", "o", "b", "#b", "c", "n",
             "e", ".2e", "f", ".0f", "g", "%", "=+8d", "*^9", "08.3f", "_b"):
    print(f"{spec:>6}", f"{format(1234, spec)!r}" if spec != "c" else repr(format(65, "c")))
for value in (0.0, -0.0, 1.5, 123456789.0, 1e-7, 1e21, float("inf"), float("nan"), 0.1 + 0.2):
    print(value, f"{value:.3f}|{value:e}|{value:g}|{value:10.2f}|{value:<10}|{value:+}|{value:,.1f}|{value:%}")
print(f"{3:.2f} {True:5} {True:d} {'é':*>4} {'abcdef':.3} {None!s:>6} {[1]!r:>5} {2 + 3j:.1f}")
for value, spec in ((1, "s"), ("a", "d"), (1.5, "d"), (1, ".2d"), ("a", "="), ([], "5"), (1, "zz"), (1, ",s"), (None, "d")):
    try:
        format(value, spec)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
