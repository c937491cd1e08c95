for i in range(3):
    if i == 5:
        break
else:
    print("no break", i)
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
    print(n, end=" ")
else:
    print("done")
for i in reversed(range(0, 10, 4)):
    print(i, end=",")
print()
for a, b in zip([1, 2, 3], "ab"):
    print(a, b)
numbers = [1, 2, 3, 4]
for n in numbers:
    if n % 2:
        numbers.remove(n)
print(numbers, list(enumerate("ab", 1)))
d = {"a": 1}
try:
    for key in d:
        d[key + "x"] = 1
except RuntimeError as error:
    print(error)
for i in []:
    pass
print(i)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "empty"))
print(list(iter(iter("abca").__next__, "c")))
