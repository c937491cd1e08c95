# Which lines are announced, and how often.
x = (
    1 +
    2
)
y = [
    x,
    x * 2,
]
if x == 3 and \
        y:
    pass
elif x:
    x = 1
else:
    x = 2
"a string alone"
None
...
x: int = 4
x; y; z = 5
global_name = lambda a: (
    a
    + 1
)
global_name(
    2
)
assert (
    z
), "never"
del (
    z
)
import math, \
    sys
from math import (
    pi,
    tau,
)
if __name__ == "__main__": x = 9
pass
