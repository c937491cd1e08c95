# Fractions: exact quotients of integers.

import math as _math
import numbers as _numbers
import operator as _operator

__all__ = ['Fraction']

_number_format = None


def _from_text(text):
    global _number_format
    if _number_format is None:
        import re
        digits = r'\d+(?:_\d+)*'
        _number_format = re.compile(rf'\s*([-+]?)(?=\d|\.\d)({digits})?(?:\s*/\s*({digits})|'
                                    rf'(?:\.({digits})?)?(?:[eE]([-+]?{digits}))?)\s*')
    found = _number_format.fullmatch(text)
    if found is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    sign, whole, below, decimals, exponent = found.groups()
    top, bottom = int(whole or '0'), 1
    if below:
        bottom = int(below)
    if decimals:
        decimals = decimals.replace('_', '')
        bottom = 10 ** len(decimals)
        top = top * bottom + int(decimals)
    if exponent:
        exponent = int(exponent)
        if exponent >= 0:
            top *= 10 ** exponent
        else:
            bottom *= 10 ** -exponent
    return (-top if sign == '-' else top), bottom


def _has_ratio(number):
    return isinstance(number, float) or (not isinstance(number, type) and hasattr(number, 'as_integer_ratio'))


def _made(numerator, denominator, cls=None):
    fraction = object.__new__(cls or Fraction)
    fraction._numerator = numerator
    fraction._denominator = denominator
    return fraction


def _reduced(numerator, denominator, cls=None):
    if denominator == 0:
        raise ZeroDivisionError(f'Fraction({numerator}, 0)')
    divisor = _math.gcd(numerator, denominator)
    if denominator < 0:
        divisor = -divisor
    return _made(numerator // divisor, denominator // divisor, cls)


# The operators: exact between rational numbers, otherwise those of float and complex.

def _add(an, ad, bn, bd):
    return _reduced(an * bd + bn * ad, ad * bd)


def _sub(an, ad, bn, bd):
    return _reduced(an * bd - bn * ad, ad * bd)


def _mul(an, ad, bn, bd):
    return _reduced(an * bn, ad * bd)


def _truediv(an, ad, bn, bd):
    if bn == 0:
        raise ZeroDivisionError(f'Fraction({bd}, 0)')
    return _reduced(an * bd, ad * bn)


def _floordiv(an, ad, bn, bd):
    return an * bd // (ad * bn)


def _mod(an, ad, bn, bd):
    return _reduced(an * bd % (bn * ad), ad * bd)


def _divmod(an, ad, bn, bd):
    whole, rest = divmod(an * bd, ad * bn)
    return whole, _reduced(rest, ad * bd)


def _operators(name, exact, inexact):
    # `a + b` and `b + a`.
    with_complex = name not in ('floordiv', 'mod', 'divmod')

    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(a._numerator, a._denominator, b.numerator, b.denominator)
        if isinstance(b, float) or (isinstance(b, complex) and with_complex):
            return inexact(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, _numbers.Rational):
            return exact(a.numerator, a.denominator, b._numerator, b._denominator)
        if isinstance(a, _numbers.Real):
            return inexact(float(a), float(b))
        if isinstance(a, _numbers.Complex) and with_complex:
            return inexact(complex(a), float(b))
        return NotImplemented

    for prefix, function in (('__', forward), ('__r', reverse)):
        function.__name__ = f'{prefix}{name}__'
        function.__qualname__ = f'Fraction.{function.__name__}'
    return forward, reverse


class Fraction(_numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return _made(numerator, 1, cls)
            if isinstance(numerator, _numbers.Rational):
                return _made(numerator.numerator, numerator.denominator, cls)
            if _has_ratio(numerator):
                top, bottom = numerator.as_integer_ratio()
                return _made(top, bottom, cls)
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance or have the as_integer_ratio() '
                                'method')
            numerator, denominator = _from_text(numerator)
        elif not (type(numerator) is int is type(denominator)):
            if not (isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational)):
                raise TypeError('both arguments should be Rational instances')
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        return _reduced(numerator, denominator, cls)

    @classmethod
    def from_number(cls, number):
        if type(number) is int:
            return _made(number, 1, cls)
        if isinstance(number, _numbers.Rational):
            return _made(number.numerator, number.denominator, cls)
        if _has_ratio(number):
            top, bottom = number.as_integer_ratio()
            return _made(top, bottom, cls)
        raise TypeError('argument should be a Rational instance or have the as_integer_ratio() method')

    @classmethod
    def from_float(cls, f):
        if isinstance(f, _numbers.Integral):
            return _made(int(f), 1, cls)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return _made(*f.as_integer_ratio(), cls)

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, _numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return _made(*dec.as_integer_ratio(), cls)

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The continued fraction, as far as the denominator allows; then the closer of two neighbours.
        before, last = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            if before[1] + whole * last[1] > max_denominator:
                break
            before, last = last, (before[0] + whole * last[0], before[1] + whole * last[1])
            n, d = d, n - whole * d
        times = (max_denominator - before[1]) // last[1]
        other = before[0] + times * last[0], before[1] + times * last[1]
        if 2 * d * (before[1] + times * last[1]) <= self._denominator:
            return _made(*last)
        return _made(*other)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec, /):
        from _fraction_format import formatted
        return formatted(self, format_spec)

    def __hash__(self):
        modulus = 2305843009213693951
        if self._denominator % modulus == 0:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        if self._numerator < 0:
            value = -value
        return -2 if value == -1 else value

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, _numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, _numbers.Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return 0.0 == other
            return self == self.from_float(other)
        return NotImplemented

    def _compared(self, other, compare):
        if isinstance(other, _numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return compare(0.0, other)
            return compare(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._compared(other, _operator.lt)

    def __gt__(self, other):
        return self._compared(other, _operator.gt)

    def __le__(self, other):
        return self._compared(other, _operator.le)

    def __ge__(self, other):
        return self._compared(other, _operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else \
            self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __pos__(self):
        return _made(self._numerator, self._denominator)

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    __add__, __radd__ = _operators('add', _add, _operator.add)
    __sub__, __rsub__ = _operators('sub', _sub, _operator.sub)
    __mul__, __rmul__ = _operators('mul', _mul, _operator.mul)
    __truediv__, __rtruediv__ = _operators('truediv', _truediv, _operator.truediv)
    __floordiv__, __rfloordiv__ = _operators('floordiv', _floordiv, _operator.floordiv)
    __mod__, __rmod__ = _operators('mod', _mod, _operator.mod)
    __divmod__, __rdivmod__ = _operators('divmod', _divmod, divmod)

    def __pow__(self, other, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(other, _numbers.Rational):
            if other.denominator != 1:
                return float(self) ** float(other)
            power, n, d = other.numerator, self._numerator, self._denominator
            if power >= 0:
                return _made(n ** power, d ** power)
            if n > 0:
                return _made(d ** -power, n ** -power)
            if n == 0:
                raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
            return _made((-d) ** -power, (-n) ** -power)
        if isinstance(other, (float, complex)):
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, other, modulo=None):
        if modulo is not None:
            return NotImplemented
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, _numbers.Rational):
            return Fraction(other.numerator, other.denominator) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
