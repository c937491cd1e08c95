"""An object with `__radd__` or `__rmul__` is asked before a sequence joins or repeats itself, in place as well."""


class Counted:
    """Can stand for a number, but would rather not say which."""

    def __init__(self, answer=NotImplemented):
        self.answer = answer

    def __mul__(self, other):
        print("  asked about *", other)
        return self.answer

    __rmul__ = __mul__

    def __radd__(self, other):
        print("  asked about +", other)
        return self.answer

    def __index__(self):
        print("  asked for its number")
        return 2


class OwnList(list):
    """Joins and repeats by itself."""

    def __mul__(self, other):
        return "OwnList repeats"

    def __iadd__(self, other):
        return "OwnList is joined"


silent, willing = Counted(), Counted("the answer")
for left in ([1], (1,), "x", b"x", bytearray(b"x"), OwnList()):
    for right in (silent, willing):
        for what in ("left * right", "right * left", "left + right"):
            try:
                print(what, left, "gives", eval(what))
            except TypeError as error:
                print(what, left, "is refused:", error)

for start in ([1], (1,), "x", bytearray(b"x"), OwnList()):
    for other in (silent, willing):
        held = start
        try:
            held *= other
        except TypeError as error:
            print("*=", error)
        print(held)
        try:
            held += other
        except TypeError as error:
            print("+=", error)
        print(held, held is start)
