squares = (n * n for n in range(5) if n % 2)
print(type(squares).__name__, next(squares), list(squares), list(squares))
print(sum(x * y for x in range(4) for y in range(x)))
names = ["b", "a"]
lazy = (name + suffix for name in names for suffix in "12")
names.append("c")
print(list(lazy))
try:
    next(n for n in [])
except StopIteration as stop:
    print(repr(stop.value))
