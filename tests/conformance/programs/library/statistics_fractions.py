import statistics
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data))
print(statistics.fmean([1.5, 2.5]), statistics.variance([1, 2, 3, 4]), statistics.quantiles(data, n=4))
f = Fraction(3, 4) + Fraction("1/6")
print(f, repr(f), float(f), f.numerator, Fraction(0.5), f ** 2, Fraction(7, 3) // 1, round(Fraction(5, 2)), -f < 0)
d = Decimal("1.10") + Decimal("2.20")
print(d, repr(d), d * 3, d / 7, Decimal(1) / 3, d.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP), Decimal("1E+3"))
getcontext().prec = 6
print(Decimal(2).sqrt(), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), f"{Decimal('1234.5'):,.2f}", int(Decimal("7.9")))
for wrong in (lambda: Fraction(1, 0), lambda: Decimal("x"), lambda: statistics.mean([]), lambda: Decimal(1) + 1.5):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
