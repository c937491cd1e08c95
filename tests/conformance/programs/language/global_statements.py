# Module level code that does a little of everything.
import sys as system
from math import floor as down, pi

print(system.version_info[:2] >= (3, 14), down(pi), __name__, __file__.endswith("global_statements.py"))
if True:
    defined_in_if = 1
for loop_variable in range(2):
    pass
with open if False else __import__("contextlib").nullcontext() as nothing:
    pass
try:
    defined_in_try = 1
except Exception:
    pass
print(defined_in_if, loop_variable, nothing, defined_in_try)
a = b = c = 3
a, b = b + 1, a - 1
(d), [e] = 1, [2]
print(a, b, c, d, e)
del a, b
print("a" in globals(), "c" in dir())
print(print.__name__, (lambda: 0).__name__, __doc__, __builtins__ is not None)
_ = [print(n, end=" ") for n in range(3)]
print()
if not (True and False) != True: print("odd precedence")
print(1 if 2 else 3 if 4 else 5, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, not True == False, 1 < 2 == True)
print(0x_ff, 1_000.5, 1e3, 1j, "a" "b", 'c' r"\d" b"".decode(), """multi
line""", "cont\
inued")
