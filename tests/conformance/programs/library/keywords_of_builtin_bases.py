"""Classes derived from built-in ones, with keywords of their own."""


class Named(list):
    def __new__(cls, items, name=None):
        self = super().__new__(cls, items)
        self.name = name
        return self


class Point(tuple):
    def __init__(self, items, label="none"):
        self.label = label


class Metres(float):
    def __init__(self, value=0.0, unit="m"):
        self.unit = unit


class Tags(frozenset):
    def __init__(self, items, owner=None):
        self.owner = owner


named = Named([1, 2], name="both")
print(named, named.name)
point = Point((3, 4), label="corner")
print(point, point.label, type(point).__name__)
print(Metres(2.5, unit="km").unit, Metres(unit="cm") + 1)
print(sorted(Tags("ab", owner="me")), Tags("ab", owner="me").owner)

for kind in (list, tuple, set, frozenset, float):
    class Plain(kind):
        pass

    try:
        print(Plain(colour="red"))
    except TypeError as error:
        print(error)

try:
    int.__new__(bool, 1)
except TypeError as error:
    print(error)


class Undecided:
    __bool__ = None


try:
    print(bool(Undecided()))
except TypeError as error:
    print(error)
print(bool.from_bytes(b"\x01", "big"), type(int.from_bytes(b"\x01", "big")))
