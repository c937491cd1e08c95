a, b = 1, 2
a, b = b, a
first, *middle, last = range(5)
(x, y), [z, *rest] = (1, 2), "abc"
print(a, b, first, middle, last, x, y, z, rest)
print([*range(3), *"ab"], {**{"k": 1}, "k": 2}, {*(), 1}, (*[], 1))
for i, (name, value) in enumerate({"p": 1, "q": 2}.items(), start=1):
    print(i, name, value)


def attempt(text):
    try:
        exec_map[text]()
    except (ValueError, TypeError) as error:
        print(error)


def too_few():
    a, b, c = 1, 2


def too_many():
    a, b = [1, 2, 3]


def starred():
    a, *b, c = [1]


def not_iterable():
    a, b = 3


exec_map = {f.__name__: f for f in (too_few, too_many, starred, not_iterable)}
for name in exec_map:
    attempt(name)
if (n := len("walrus")) > 3:
    print(n)
