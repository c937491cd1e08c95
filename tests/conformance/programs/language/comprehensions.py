print([x * y for x in range(3) for y in range(x) if y != 1])
print({k: v for k, v in zip("abc", range(3))}, {c for c in [3, 1, 3]})
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
x = "outer"
print([x for x in range(2)], x)
print([y := 1, y + 1], y)
print([last := n for n in range(3)], last)


class Scope:
    base = 10
    values = [n for n in range(base)][-1]


print(Scope.values)
print(any(n > 2 for n in range(5)), all([]), sum(n for n in range(4)))
print(dict([("a", 1)], b=2), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
print([n for n in range(20) if n % 2 if n % 3])
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as error:
    print(error)
