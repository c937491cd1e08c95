def describe(value):
    match value:
        case 0 | 1:
            return "small"
        case int(n) if n < 0:
            return f"negative {n}"
        case "go", direction:
            return f"going {direction}"
        case [x, y, *rest]:
            return f"sequence {x} {y} {rest}"
        case {"kind": "circle", "r": r, **others}:
            return f"circle {r} {others}"
        case Point(x=0, y=y):
            return f"on the axis at {y}"
        case Point(px, py):
            return f"point {px} {py}"
        case str() as text:
            return f"text {text!r}"
        case None | True:
            return "singleton"
        case float():
            return "float"
        case []:
            return "empty"
        case _:
            return "something else"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


for value in (1, -5, ("go", "up"), [1, 2, 3, 4], (1,), {"kind": "circle", "r": 2, "c": 3},
              Point(0, 2), Point(1, 2), "word", None, True, 2.5, [], {1, 2}, 99):
    print(describe(value))
match "no case":
    case "x":
        print("never")
