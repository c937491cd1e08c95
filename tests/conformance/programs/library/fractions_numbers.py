"""Fractions, what numbers are, and complex functions."""
import cmath
import math
import numbers
from decimal import Decimal
from fractions import Fraction

half, third = Fraction(1, 2), Fraction("1/3")
print(half, repr(third), Fraction(6, -4), Fraction("-1.25"), Fraction("3e-2"), Fraction(0.1), Fraction(Decimal("0.1")), Fraction(), Fraction(" 7 "))
print(half + third, half - third, half * third, half / third, half // third, half % third, divmod(half, third), half ** 2, half ** -2, third ** 0.5, 2 ** half)
print(half + 1, 1 - half, half * 0.5, half + 1j, 3 / half, 2 // third, half == 0.5, third == 1 / 3, half < third, half >= 0.5, Fraction(4, 2) == 2, hash(half) == hash(0.5))
print(half.numerator, half.denominator, float(third), int(Fraction(7, 2)), round(Fraction(7, 2)), round(Fraction(22, 7), 2), math.floor(-half), math.ceil(half), math.trunc(-half), abs(-half), -half, bool(Fraction(0)))
print(Fraction(math.pi).limit_denominator(100), Fraction("3.1415926535").limit_denominator(1000), Fraction.from_float(0.25), half.as_integer_ratio(), half.is_integer(), sum([third] * 3), sorted([half, third, 0.4]))
print(f"{third:.3f}|{half:>8}|{Fraction(5, 4):+.1e}|{Fraction(1, 8):%}|{Fraction(10, 3):010.2f}|{Fraction(1000000, 7):,.2f}|{third:.2g}|{Fraction(3):#}")
print([isinstance(x, kind) for x in (1, 1.5, 2j, half, Decimal(1), True, "1") for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
for wrong in (lambda: Fraction(1, 0), lambda: half / 0, lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: Fraction(None), lambda: half + "a", lambda: Fraction(float("nan")),
              lambda: half + Decimal(1), lambda: half // 0, lambda: Fraction(0) ** -1, lambda: third.limit_denominator(0), lambda: format(half, "q"), lambda: half < "a", lambda: numbers.Integral()):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
z = 3 + 4j
print(abs(z), cmath.phase(1j), cmath.polar(-1), cmath.rect(2, 0), cmath.sqrt(-4), cmath.exp(0), cmath.log(-1), cmath.log(8, 2).real, cmath.log10(100))
print(cmath.sqrt(z), cmath.cos(0), cmath.sin(0j), cmath.isclose(cmath.exp(1j * cmath.pi), -1), cmath.isnan(complex("nan")), cmath.isinf(cmath.infj), cmath.isfinite(z), cmath.tau == 2 * cmath.pi)
for wrong in (lambda: cmath.log(0), lambda: cmath.exp(1000), lambda: cmath.sqrt("x")):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
for spec in ("8", "08", "0>8", "+08,", "=+9", "0", "00"):
    try:
        print(spec, repr(format(Fraction(-7, 2), spec)))
    except ValueError as error:
        print(spec, error)
