a = [3, 1, 2]
a.append(5); a.extend([7, 6]); a.insert(0, 9)
print(a, a.pop(), a.pop(0), a.index(2), a.count(1))
a.sort(); print(a)
a.sort(key=lambda n: -n); print(a, sorted(a, reverse=True))
a.reverse(); b = a.copy(); b[1:3] = ["x", "y", "z"]; print(a, b, a is b)
b[::2] = [0] * len(b[::2]); print(b)
print(sorted(["b", "A", "c"], key=str.lower), sorted([(1, "b"), (1, "a")]))
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [1, [2, [3]]], [])
nested = [1]
nested.append(nested)
print(nested)
print(list("abc"), list(range(3, 0, -1)), [None] * 2, [1, 2] == [1, 2.0])
t = (1, [2])
t[1].append(3)
print(t, (1,), (), tuple("ab"), t + (4,), t.index([2, 3]))
for wrong in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1][3], lambda: [3, "a"].sort(),
              lambda: [1].index(9), lambda: t.__setitem__, lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1])):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
