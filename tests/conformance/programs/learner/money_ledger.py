"""Decimals for money: invoices, rounding, contexts, currencies."""
from decimal import (ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, DivisionByZero,
                     FloatOperation, Inexact, InvalidOperation, getcontext, localcontext)
from fractions import Fraction
from functools import reduce
import json
import locale
import numbers

CENT = Decimal("0.01")


class Money:
    __slots__ = ("amount", "currency")

    def __init__(self, amount, currency="EUR"):
        object.__setattr__(self, "amount", Decimal(amount).quantize(CENT, ROUND_HALF_EVEN))
        object.__setattr__(self, "currency", currency)

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    def _check(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other

    def __add__(self, other):
        if other == 0:
            return self
        if (other := self._check(other)) is NotImplemented:
            return NotImplemented
        return Money(self.amount + other.amount, self.currency)

    __radd__ = __add__

    def __mul__(self, factor):
        return Money(self.amount * Decimal(str(factor)), self.currency) if isinstance(factor, numbers.Real) or isinstance(factor, Decimal) else NotImplemented

    def __eq__(self, other):
        return isinstance(other, Money) and (self.amount, self.currency) == (other.amount, other.currency)

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __lt__(self, other):
        return self.amount < self._check(other).amount

    def __format__(self, spec):
        return f"{self.amount:{spec or ',.2f'}} {self.currency}"

    def __repr__(self):
        return f"Money('{self.amount}', {self.currency!r})"

    def split(self, parts):
        share = (self.amount / parts).quantize(CENT, ROUND_DOWN)
        rest = int((self.amount - share * parts) / CENT)
        return [Money(share + (CENT if i < rest else 0), self.currency) for i in range(parts)]


print(Money("10").split(3), sum(Money("10").split(3)) == Money(10))
print(f"{Money('1234567.891')}|{Money('5'):>10.1f}|{Money('0.125')} {Money('0.135')}")
for attempt in (lambda: Money(1) + Money(1, "USD"), lambda: Money(1) + 1, lambda: setattr(Money(1), "amount", 2), lambda: Money("x"), lambda: Money(2) * "3", lambda: Money(1).other):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(max(Money(3), Money("7.5")), {Money(1): "one"}[Money("1.00")], sorted([Money(3), Money(1)]))

print(getcontext().prec, Decimal(1) / 7, Decimal("0.1") + Decimal("0.2"), Decimal(0.1))
with localcontext() as context:
    context.prec = 6
    print(Decimal(1) / 7, Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), +Decimal("123456789"))
with localcontext(prec=3, rounding=ROUND_CEILING):
    print(Decimal(1) / 3, Decimal(-1) / 3)
print([str(Decimal(x).quantize(Decimal("1"), ROUND_HALF_UP)) for x in ("0.5", "1.5", "2.5", "-2.5")], [round(Decimal(x)) for x in ("0.5", "1.5", "2.5")])
print(Decimal("1E+3"), Decimal("1E+3").normalize(), Decimal("100.00").normalize(), Decimal("-0"), Decimal("NaN"), Decimal("Infinity"), Decimal("1.10") == Decimal("1.1"))
print(Decimal("3.14159").as_tuple(), Decimal("2.5").as_integer_ratio(), Decimal("123.45").adjusted(), Decimal("1e-10"), Decimal("0.000001"), Decimal("0.0000001"))
print(divmod(Decimal("-7"), 2), Decimal("-7") // 2, Decimal("-7") % 2, -7 // 2, Decimal(7) ** 2, Decimal(2) ** Decimal("0.5"), Decimal("7.25").to_integral_value())
for attempt in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("abc"), lambda: Decimal(1) + 1.5, lambda: Decimal("sNaN") + 1, lambda: Decimal(10) ** 10**10, lambda: Decimal(5).quantize(Decimal("1e-40"))):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
strict = Context(prec=4, traps=[Inexact, DivisionByZero, InvalidOperation])
try:
    print(strict.divide(Decimal(1), Decimal(4)), strict.divide(Decimal(1), Decimal(3)))
except Inexact as error:
    print("inexact", error)
print(Fraction("0.125"), Fraction(1, 3) + Fraction("1/6"), Fraction(0.1).limit_denominator(100), Fraction(7, -3), round(Fraction(7, 3), 2), float(Fraction(1, 7)), Fraction(3, 4).as_integer_ratio())
print(f"{Fraction(22, 7):.5f} {Fraction(1, 3):>10} {Decimal('1234.5'):,.3f} {Decimal('0.5'):%} {Decimal('1e6'):e} {Decimal('12'):08.2f}")
print(reduce(lambda a, b: a + Fraction(1, b), range(1, 8), Fraction(0)), sum(map(Fraction, ["1/2", "1/3"])), Fraction(5, 2) // 1, Fraction(-5, 2) % 2, Fraction(1, 2) ** -3, 2 ** Fraction(1, 2))
print(json.dumps({"total": str(Money("9.99").amount)}), json.loads("[1.10, 2]", parse_float=Decimal))
