n = 27
steps = 0
while (n := n // 2 if n % 2 == 0 else 3 * n + 1) != 1:
    steps += 1
else:
    print("reached one after", steps)
data = [3, 0, -2, 7]
if any((found := d) < 0 for d in data):
    print("first negative", found)
print([y for d in data if (y := d * 2) > 0], y)
while chunk := data[:2]:
    print(chunk)
    data = data[2:]
print(f"{(z := 5)} {z}")


def f():
    if (m := len("abc")) and m > 2:
        return m
    return 0


print(f(), (lambda: (w := 3) + w)())
