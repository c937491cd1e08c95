import pprint
from pprint import pp, pformat
from collections import *
from dataclasses import dataclass, field
from types import SimpleNamespace, MappingProxyType
data = {"name": "a long enough value", "items": list(range(30)), "nested": {"k" * 10: ["v" * 20] * 3}}
pprint.pprint(data)
pprint.pprint(data, compact=True)
pprint.pprint(data, indent=4, width=40, compact=True)
pprint.pprint(data, depth=1)
pp(data, width=30)
pp([data, data], compact=True, width=50)
pp("the quick brown fox jumps over the lazy dog " * 5)
pp({"a": "the quick brown fox jumps over the lazy dog " * 5, "b": "line1\nline2\n" * 10})
pp(b"0123456789" * 20); pp({'k': b"0123456789" * 20}); pp(bytearray(b"0123456789" * 20))
pp({1, 2, 3}, width=4); pp(frozenset(range(40))); pp(set(range(40)), compact=True)
pp((1,), width=1); pp(tuple("abcdefghij"), width=20); pp(("x" * 90,))
@dataclass
class P:
    name: str
    values: list = field(default_factory=list)
    secret: int = field(default=1, repr=False)
pp(P("x", list(range(30)))); pp(P("x" * 30, [P("y" * 30, ["z" * 30])]))
pp(SimpleNamespace(a=1, b="x" * 60, c=[1, 2, 3] * 10)); pp(SimpleNamespace())
pp(OrderedDict((k * 10, k * 20) for k in "abcd")); pp(defaultdict(list, {k * 10: [k * 20] for k in "abcd"}))
pp(Counter("the quick brown fox jumps over the lazy dog")); pp(Counter({"abc" * 10: 3, "def" * 10: 2, "g" * 30: 7}))
pp(ChainMap({"a" * 30: "b" * 30}, {"c" * 30: "d" * 30})); pp(deque(range(40))); pp(deque(range(40), 50), compact=True)
pp(MappingProxyType({"a" * 30: "b" * 30, "c" * 30: "d" * 30}))
pp(UserDict({"a" * 30: "b" * 30, "c" * 30: "d" * 30})); pp(UserList(range(40)))
pp([123456789, 1234.5, True, {"a": 1000000}], underscore_numbers=True)
pp({2: 1, "a": 2, None: 3, 1.5: 4}); pprint.pprint({2: 1, "a": 2, 1: 3})
x = [1]; x.append(x)
print(pprint.isrecursive(x), pprint.isreadable(x), pprint.isreadable({"a": [1]}), pprint.isreadable([object()]))
print(pprint.pformat(x).startswith("[1, <Recursion on list with id="))
print(pprint.saferepr({"b": 1, "a": (1,)}))
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try: pprint.pformat(1, **bad)
    except ValueError as e: print(e)
pp([["a" * 20, "b" * 20], ["c" * 20, "d" * 50]], compact=True, width=40)
pp([[1, [2, [3, [4, [5]]]]]], depth=3); pp({"a": {"b": {"c": {}}}}, depth=2)
pp([1, "x" * 90, 2, 3, "y" * 90, 4], compact=True)
pp([list("abc"), {"k": list(range(50))}, 1, 2], compact=True)
