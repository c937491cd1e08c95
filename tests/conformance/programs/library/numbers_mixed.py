"""Decimals and fractions among themselves and with the rest of the library."""
import copy
import dataclasses
import functools
import itertools
import json
import math
from decimal import Decimal
from fractions import Fraction


class Money(Decimal):
    def __str__(self):
        return f"${super().__str__()}"


@dataclasses.dataclass(order=True, frozen=True)
class Price:
    amount: Decimal


half, third = Decimal("0.5"), Fraction(1, 3)
print(half == Fraction(1, 2), half < Fraction(2, 3), Fraction(half), max([third, 0.3]), hash(half) == hash(Fraction(1, 2)), {Decimal("1.0"), 1, Fraction(1)})
print(functools.reduce(lambda a, b: a * b, [Decimal("1.1")] * 5), list(itertools.accumulate([Decimal("0.1")] * 3)), math.fsum([half, third]), math.sqrt(Fraction(1, 4)))
print("{:.3e} {:>8} {:+}".format(Decimal("12345.678"), half, Decimal(3)), "%s %r %.1f %d" % (half, half, half, Decimal("9.9")), f"{third} {third:.4f} {half!r:>15}")
print(Money("1.5"), repr(Money("1.5")), type(Money(1) + 1).__name__, Money("1.5") == Decimal("1.5"), sorted([Price(Decimal(2)), Price(half)]))
print(json.loads("[1.5, 2]", parse_float=Decimal), json.dumps({"a": half}, default=str), copy.deepcopy([half, third]), sorted([Decimal(3), Decimal("-Infinity"), half]))
print(pow(Decimal(3), 2, 5), pow(Decimal(2), -1), Decimal(2) ** Decimal("-0.5"), round(Decimal("1234.5678"), -2), round(Fraction(1234, 10), -1), divmod(Fraction(7, 2), 2), -Decimal(0))
for wrong in (lambda: json.dumps(half), lambda: half + third, lambda: range(Decimal(3)), lambda: math.gcd(half, 2), lambda: half // 0, lambda: half % 0, lambda: third // 0, lambda: pow(third, 3, 5),
              lambda: setattr(third, "numerator", 1), lambda: half.nothing, lambda: third.nothing, lambda: Decimal("1E1000000") * 1, lambda: Decimal(-2) ** half, lambda: float(Decimal("sNaN"))):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
