import functools


@functools.singledispatch
def show(value):
    return f"object {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {len(value)}"


print(show(1), show([1]), show("x"))
double = functools.partial(int, base=2)
print(double("101"), double.keywords, functools.reduce(lambda a, b: a * b, range(1, 6)))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(2), Version(3) > Version(2))


class Lazy:
    @functools.cached_property
    def value(self):
        print("computed")
        return 5


lazy = Lazy()
print(lazy.value, lazy.value, lazy.__dict__)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
