import sys
import traceback


def numbers():
    yield 1
    raise ValueError("in a generator")


class Base:
    def __init__(self, value):
        self.value = self.check(value)

    def check(self, value):
        raise NotImplementedError


class Child(Base):
    @property
    def broken(self):
        return self.value.missing

    def __getitem__(self, key):
        raise IndexError(f"no {key}")


def shown(function):
    try:
        function()
    except Exception:
        traceback.print_exc(file=sys.stdout)


shown(lambda: list(numbers()))
shown(lambda: sum(n for n in numbers()))
shown(lambda: Child(1))
shown(lambda: Child.__new__(Child)[3])
shown(lambda: Child.__new__(Child).broken)
shown(lambda: sorted([1, 2], key=lambda n: n.key))
shown(lambda: [*map(int, ["1", "x"])])
