"""Each `float("nan")` is an object of its own: containers find one that they hold, not another."""
import math
import struct

one, other = float("nan"), float("nan")
print(one is one, one is other, one == one, one == other)
print(one in [one], one in [other], [one] == [one], [one] == [other], (one,).index(one))
print(len({one, other}), len({one, one}), {one: 1}.get(other), {one: 1}[one], [one, other, one].count(one))
print(float("nan") in [float("nan")], len({float("nan") for _ in range(3)}), math.nan is math.nan)
held = {one: "first"}
held[other] = "second"
held[float("-nan")] = "third"
print(list(held.values()), math.copysign(1, float("-nan")), math.copysign(1, one))
print(struct.pack("<d", one) == struct.pack("<d", other) == struct.pack("<d", math.nan), sorted([2, one, 1], key=math.isnan))
try:
    [other].index(one)
except ValueError as error:
    print(error)
