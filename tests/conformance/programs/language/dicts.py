d = {"b": 1, "a": 2}
d["c"] = 3
d.update(a=9, e=5)
print(d, list(d), d.pop("b"), d.pop("zz", None), d.get("q", "none"), d.setdefault("f", []))
print(d.keys(), d.values(), d.items(), len(d), "a" in d, list(reversed(d)))
print(d.popitem(), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), {1: "int", 1.0: "float", True: "bool"})
print({**d, "a": 0}, d | {"z": 1}, d == dict(reversed(d.items())), sorted(d.items()))
print(d.keys() & {"a", "x"}, {}.keys(), {(1, 2): "tuple"}[1, 2])
for key, value in d.copy().items():
    if value == 9:
        del d[key]
print(d)
s = {3, 1, 2}
s.add(10); s.discard(99); s |= {5}
print(s, 3 in s, s - {1, 2}, {1, 2} <= s, frozenset([1, 2]), set(), len({1, True, 1.0}))
for wrong in (lambda: d["nope"], lambda: {[]: 1}, lambda: s.remove(42), lambda: {{}}, lambda: dict([1]),
              lambda: {}.popitem(), lambda: dict([(1, 2, 3)]), lambda: hash([])):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
