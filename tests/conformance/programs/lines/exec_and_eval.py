# Only the script's own lines are announced.
eval("1 + 1")
exec("a = 1\nb = 2")
print(a + b)
code = compile("c = 3\nd = c", "other", "exec")
exec(code)
print(d)
import functools


def key(n):
    return -n


print(sorted([1, 3, 2], key=key))
print(list(map(key, [1, 2])), functools.reduce(lambda x, y: x + y, [1, 2, 3]))
print(max([1, 2], key=lambda n: key(n)))


class A:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __repr__(self):
        return "A()"


print({A(): 1, A(): 2}, A() in [A()], f"{A()}")
