# Big but plain: nesting, many names, long expressions.
nested = 0
for depth in range(50):
    nested = [nested]
print(str(nested).count("["), len(str(nested)))
total = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 * (1 + (2 + (3 + (4 + (5 + (6 + (7 + (8 + 9))))))))
print(total, sum([[i] * i for i in range(10)], []).count(7))
d = {}
for i in range(200):
    d[f"key{i}"] = i
for i in range(0, 200, 2):
    del d[f"key{i}"]
print(len(d), list(d)[:3], d["key199"])
matrix = [[i * j for j in range(8)] for i in range(8)]
print([sum(row) for row in zip(*matrix)], max(map(max, matrix)))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(900))
text = "".join(chr(97 + i % 26) for i in range(100))
print(text[:30], text.count("a"), {c: text.count(c) for c in "az"})
print(sum(int(c) for c in str(2 ** 1000)), len(str(3 ** 2000)), 10 ** 50 // 7 ** 20, -(10 ** 30) % 97)
