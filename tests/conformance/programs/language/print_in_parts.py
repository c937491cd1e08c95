"""`print` writes each argument when its text is made: what a `__str__` prints or raises comes after those before it."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("making", self.name)
        return f"<{self.name}>"

    def __repr__(self):
        print("repr of", self.name)
        return f"Loud({self.name!r})"


class Broken:
    def __str__(self):
        raise ValueError("no text")


print(Loud("alone"))
print("first", Loud("a"), "between", Loud("b"), "last", sep=" | ", end=".\n")
print("in a list:", [Loud("c"), 1], {"key": Loud("d")})
print("nested:", f"{Loud('e')}", str(Loud("f")))
for parts in (["before", Broken(), "after"], [Broken()], ["x", 1, 2.5, None, Broken()], [Loud("g"), Broken()]):
    try:
        print(*parts)
    except ValueError as error:
        print(" ->", error)


class Outer:
    def __str__(self):
        print("outer begins", Loud("inner"))
        return "outer"


print("start", Outer(), "end")


def numbers():
    for number in range(3):
        print("number", number)
        yield number


print("sum", sum(numbers()), "max", max(numbers()))


class Added:
    def __init__(self, value):
        self.value = value

    def __radd__(self, other):
        print("adding", self.value)
        return other + self.value


def added():
    for value in (1, 2):
        print("taking", value)
        yield Added(value)


print("total", sum(added()))
try:
    sum(value for value in (1, 2, "three", print("not reached")))
except TypeError as error:
    print(error)
