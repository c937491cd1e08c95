from dataclasses import dataclass
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
@dataclass
class Point:
    x: int
    y: int
class Seg:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
def f(v):
    match v:
        case None: return "none"
        case True | False as b: return f"bool {b}"
        case int(n) if n < 0: return f"neg {n}"
        case 0 | 1 | 2: return "small"
        case 3 + 4j: return "complex"
        case -5.5: return "minus"
        case float(): return "float"
        case "a" "b": return "ab"
        case str() as s if s.isupper(): return "upper " + s
        case b"xx": return "bytes"
        case []: return "empty seq"
        case [x]: return f"one {x}"
        case [x, (y, z)]: return f"nested {x} {y} {z}"
        case [1, *rest, 9]: return f"1..9 {rest}"
        case [_, *_]: return "some seq"
        case {"type": "point", "x": x, **rest}: return f"map {x} {rest}"
        case {"k": [a, b, *_]}: return f"k {a} {b}"
        case {}: return "mapping"
        case Point(x=0, y=0): return "origin"
        case Point(x, y=yy) if x == yy: return f"diag {x}"
        case Point(): return "point"
        case Seg(Point(0, 0), b): return f"seg from origin to {b}"
        case Seg(a, b): return f"seg {a} {b}"
        case Color.RED: return "red"
        case Color(): return "color"
        case type(): return "type"
        case _: return "other"
for v in (None, True, False, -3, 1, 7, 3+4j, -5.5, 2.5, "ab", "HEY", "low", b"xx", [], (1,), [1, (2, 3)], [1, 2, 3, 9], [5, 6, 7],
          {"type": "point", "x": 1, "z": 2}, {"k": "ab"}, {"k": [1, 2, 3]}, {}, {1: 2}, Point(0, 0), Point(2, 2), Point(1, 2),
          Seg(Point(0, 0), 4), Seg(1, 2), Color.RED, Color.GREEN, int, object(), range(3), "", {1, 2}):
    print("object" if type(v) in (object, Seg) else repr(v), "->", f(v))
class Bad:
    __match_args__ = ["a"]
class Bad2:
    __match_args__ = ("a",)
for src in ("case Bad(1): pass", "case Bad2(1, 2): pass", "case int(1, 2): pass", "case Point(1, x=2): pass", "case Bad2(a=1, a=2): pass"):
    for v in (Bad(), Bad2(), 5, Point(1, 2)):
        try:
            exec(f"match v:\n    {src}\n    case _: print('no')")
        except (TypeError, SyntaxError) as e:
            print(type(e).__name__, e)
match 1, 2:
    case x, y: print(x, y)
match {"a": 1}:
    case {"b": 1}: print("b")
    case {"a": str() | int() as q}: print("q", q)
match [1, 2, 3]:
    case [int() as a, *mid, int(z)]: print(a, mid, z)
match "x":
    case "x" | "y" as k: print(k)
try:
    match 5:
        case int(real=r, imag=i): print(r, i)
except Exception as e: print(e)
