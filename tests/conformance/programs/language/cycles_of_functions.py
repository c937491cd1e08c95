import gc


def make():
    def rec(n):
        return n and rec(n - 1)

    return rec(3)


gc.collect()
make()
print(gc.collect())


def two():
    def a():
        return b

    def b():
        return a


two()
print(gc.collect())


class P:
    pass


p = P()
p.me = p
del p
print(gc.collect())


def local_class():
    class L:
        def __init__(self):
            super().__init__()

    L()


local_class()
print(gc.collect() > 0)
