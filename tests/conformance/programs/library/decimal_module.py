"""Decimal numbers: exact, with a context."""
import decimal
from decimal import (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
                     Context, Decimal, Inexact, InvalidOperation, getcontext, localcontext)

print(Decimal("3.140"), Decimal(7), Decimal(0.1), Decimal((1, (1, 2, 3), -2)), Decimal("-Infinity"), Decimal("NaN12"), repr(Decimal(" 1_0.5e3 ")))
a, b = Decimal("10.25"), Decimal("-3")
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, 2 ** Decimal("0.5"), -a, +b, abs(b), a + 1, 1 - a, 3 / b)
print(Decimal(1) / 3, Decimal(2) / 3, Decimal("1E+3") + 1, Decimal("0.10") * 3, Decimal("1.20").normalize(), Decimal("1E-7"), Decimal("123E+5"))
print([str(Decimal("2.5").quantize(Decimal(1), r)) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)])
print([str(Decimal("-2.675").quantize(Decimal("0.01"), rounding=r)) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP)])
print(a == Decimal("10.250"), a == 10.25, a > 10, a < 10.5, Decimal("0.1") == 0.1, hash(Decimal(5)) == hash(5), hash(a) == hash(10.25), max(a, 11, 2.5))
print(int(Decimal("-7.9")), float(a), round(Decimal("2.675"), 2), round(Decimal("2.5")), bool(Decimal(0)), a.as_tuple(), a.as_integer_ratio(), a.adjusted())
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(1000).log10(), Decimal("1.5").to_integral_value(), Decimal(3).fma(4, 5))
print(f"{Decimal('1234567.891'):,.2f}|{a:>10}|{a:+.1f}|{a:e}|{Decimal('0.25'):.0%}|{a:010.3f}|{Decimal('1E+10'):f}|{Decimal('1e-9')}|{a!r:>18}")
print(Decimal("1E+3").to_eng_string(), Decimal("12.3E+7").to_eng_string(), Decimal("1.1").compare(2), Decimal(7).max(3), Decimal("1.5").is_finite(), Decimal("-0").is_signed())
print(Decimal("12.34").scaleb(2), Decimal("5").next_plus(), Decimal("1.00").same_quantum(Decimal("2.34")), Decimal("-1.5").copy_abs(), Decimal("8").number_class())
with localcontext() as context:
    context.prec = 5
    context.rounding = ROUND_DOWN
    print(Decimal(2) / 3, context.flags[Inexact], Decimal("123456.7") + 0)
with localcontext(prec=3):
    print(Decimal(1) / 7, getcontext().prec)
print(Decimal(1) / 7, getcontext().prec, Context(prec=4).divide(Decimal(1), Decimal(3)), Context(prec=6).create_decimal("3.14159265"))
print(Decimal("-1E30").exp(), Context(prec=3, rounding=ROUND_UP).exp(Decimal("-1E30")), Decimal(-12345).exp())
print(getcontext(), decimal.ROUND_HALF_EVEN, sum([Decimal("0.1")] * 3), sorted([Decimal(3), 1, Decimal("2.5")]))


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for what in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("abc"), lambda: Decimal(1) + 1.5, lambda: Decimal("1") < "a",
             lambda: Decimal(-1).sqrt(), lambda: Decimal("NaN") < 1, lambda: Decimal("9E999999") * 10, lambda: int(Decimal("NaN")), lambda: int(Decimal("Infinity")),
             lambda: Decimal(1) % 0, lambda: Decimal(None), lambda: Decimal(5).quantize(Decimal("1E-40")), lambda: Decimal(1).nothing, lambda: hash(Decimal("sNaN")),
             lambda: Decimal("1E50") // 3, lambda: Context(prec=0), lambda: [1, 2, 3][Decimal(1)]):
    attempt(what)
getcontext().traps[InvalidOperation] = False
print(Decimal("abc"), Decimal(0) / 0, getcontext().flags[InvalidOperation])
print(type(a), decimal.DivisionByZero.__mro__[1:4], issubclass(InvalidOperation, ArithmeticError), isinstance(a, decimal.Decimal))
match Decimal("1.0"):
    case 1:
        print("one")
