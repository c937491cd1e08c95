# Decimal numbers (the General Decimal Arithmetic Specification): a sign, a whole coefficient and a power of ten.

import math as _math

from _decimal_context import (
    BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext, DivisionByZero,
    DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation, IEEEContext, Inexact, InvalidContext,
    InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Overflow, ROUNDINGS as _ROUNDINGS, ROUND_05UP,
    ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded,
    Subnormal, Underflow, getcontext, localcontext, round_up as _round_up, setcontext)
from _decimal_text import formatted as _formatted, parse as _parse, shown as _shown

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'IEEEContext',
           'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal',
           'Overflow', 'Underflow', 'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax',
           'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC', 'IEEE_CONTEXT_MAX_BITS',
           'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
IEEE_CONTEXT_MAX_BITS = 256
__version__ = '1.70'
__libmpdec_version__ = '2.5.1'

_tuple_class = None


def __getattr__(name):
    global _tuple_class
    if name != 'DecimalTuple':
        raise AttributeError(f"module 'decimal' has no attribute '{name}'")
    if _tuple_class is None:
        from collections import namedtuple
        _tuple_class = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
    return _tuple_class


class Decimal:
    __slots__ = ('_sign', '_int', '_exp', '_kind')
    _shown_name_ = 'decimal.Decimal'

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                (context or getcontext())._raise(ConversionSyntax)
                parts = 0, 0, 0, 'n'
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0, ''
        elif isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp, value._kind
        elif isinstance(value, float):
            (context or getcontext())._raise(FloatOperation)
            parts = _float_parts(value)
        elif isinstance(value, (tuple, list)):
            parts = _tuple_parts(value)
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        return _made(*parts, cls)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        made = _made(*_float_parts(f))
        return made if cls is Decimal else cls(made)

    @classmethod
    def from_number(cls, number):
        if isinstance(number, (int, float, Decimal)):
            return cls.from_float(number) if isinstance(number, float) else cls(number)
        raise TypeError(f'conversion from {type(number).__name__} to Decimal is not supported')

    def __repr__(self):
        return f"Decimal('{Decimal.__str__(self)}')"

    def __str__(self):
        return _shown(self, getcontext().capitals if self._exp else 1)

    def to_eng_string(self, context=None):
        return _shown(self, (context or getcontext()).capitals, True)

    def __format__(self, format_spec, /):
        if format_spec == '':
            return str(self)
        return _formatted(self, format_spec, getcontext(), _to_digits, _to_exponent)

    def _moved(self, places):
        return _made(self._sign, self._int, self._exp + places)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def as_tuple(self):
        digits = tuple([int(digit) for digit in str(self._int)])
        if self._kind:
            digits = (0,) if self._kind == 'F' else digits if self._int else ()
        return __getattr__('DecimalTuple')(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        if self._kind:
            what = 'Infinity' if self._kind == 'F' else 'NaN'
            raise (OverflowError if self._kind == 'F' else ValueError)(f'cannot convert {what} to integer ratio')
        top, bottom = self._int * 10 ** max(self._exp, 0), 10 ** max(-self._exp, 0)
        divisor = _math.gcd(top, bottom)
        return (-top if self._sign else top) // divisor, bottom // divisor

    def __bool__(self):
        return bool(self._kind or self._int)

    def __hash__(self):
        if self._kind == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == 'n':
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        modulus = 2305843009213693951
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * power % modulus
        if self._sign:
            value = -value
        return -2 if value == -1 else value

    def __int__(self):
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        whole = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -whole if self._sign else whole

    __trunc__ = __int__

    def __float__(self):
        if self._kind == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float('-nan' if self._kind == 'n' and self._sign else 'nan') if self._kind == 'n' else float(str(self))

    def __complex__(self):
        return complex(float(self))

    def _whole(self, rounding):
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        return int(_to_exponent(self, 0, rounding))

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._whole(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(_made(0, 1, -n))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def canonical(self):
        return self

    def radix(self):
        return Decimal(10)

    # Comparisons: exact, also with floats and fractions.

    def __eq__(self, other):
        return self._compared(other, lambda sign: sign == 0, True)

    def __lt__(self, other):
        return self._compared(other, lambda sign: sign < 0)

    def __le__(self, other):
        return self._compared(other, lambda sign: sign <= 0)

    def __gt__(self, other):
        return self._compared(other, lambda sign: sign > 0)

    def __ge__(self, other):
        return self._compared(other, lambda sign: sign >= 0)

    def _compared(self, other, test, equality=False):
        if isinstance(other, complex) and equality and not isinstance(other, float) and other.imag == 0:
            other = other.real
        if isinstance(other, int):
            other = _of_int(other)
        elif isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags[FloatOperation] = True
            else:
                context._raise(FloatOperation)
            other = _made(*_float_parts(other))
        elif not isinstance(other, Decimal):
            if not (hasattr(other, 'numerator') and hasattr(other, 'denominator')):
                return NotImplemented
            if not self._kind:
                self = _made(self._sign, self._int * other.denominator, self._exp)
            other = _of_int(other.numerator)
        kinds = self._kind + other._kind
        if 'n' in kinds or 'N' in kinds:
            if not equality or 'N' in kinds:
                getcontext()._raise(InvalidOperation)
            return False
        return test(_order(self, other))

    def compare(self, other, context=None):
        other, context = _needed(other), context or getcontext()
        nan = _nan_of(self, other, context)
        return nan if nan is not None else Decimal(_order(self, other))

    def compare_signal(self, other, context=None):
        other, context = _needed(other), context or getcontext()
        if self.is_nan() or other.is_nan():
            context._raise(InvalidOperation)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        return Decimal(_total(self, _needed(other)))

    def compare_total_mag(self, other, context=None):
        return Decimal(_total(self.copy_abs(), _needed(other).copy_abs()))

    def _picked(self, other, context, want, total=False, size=False):
        other, context = _needed(other), context or getcontext()
        kinds = self._kind + other._kind
        if 'N' in kinds or ('n' in self._kind and 'n' in other._kind):
            return _nan_of(self, other, context)
        if 'n' in kinds:
            return _fixed(other if self._kind == 'n' else self, context)
        order = _order(self.copy_abs(), other.copy_abs()) if size else _order(self, other)
        order = order or _order(self, other) or _total(self, other)
        return _fixed(self if order == want else other, context)

    def max(self, other, context=None):
        return self._picked(other, context, 1)

    def min(self, other, context=None):
        return self._picked(other, context, -1)

    def max_mag(self, other, context=None):
        return self._picked(other, context, 1, size=True)

    def min_mag(self, other, context=None):
        return self._picked(other, context, -1, size=True)

    # What kind of number it is.

    def is_finite(self):
        return not self._kind

    def is_infinite(self):
        return self._kind == 'F'

    def is_nan(self):
        return self._kind in ('n', 'N')

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._int

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def adjusted(self):
        return 0 if self._kind else self._exp + len(str(self._int)) - 1

    def same_quantum(self, other, context=None):
        other = _needed(other)
        if self._kind or other._kind:
            return (self.is_nan() and other.is_nan()) or (self._kind == other._kind == 'F')
        return self._exp == other._exp

    def number_class(self, context=None):
        if self._kind:
            return {'n': 'NaN', 'N': 'sNaN'}.get(self._kind) or ('-Infinity' if self._sign else '+Infinity')
        what = 'Zero' if not self._int else 'Subnormal' if self.is_subnormal(context) else 'Normal'
        return '+-'[self._sign] + what

    # Signs.

    def copy_abs(self):
        return _made(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _made(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _made(_needed(other)._sign, self._int, self._exp, self._kind)

    def __neg__(self, context=None):
        context = context or getcontext()
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return _fixed(self.copy_abs(), context)
        return _nan_of(self, self, context) or _fixed(self.copy_negate(), context)

    def __pos__(self, context=None):
        context = context or getcontext()
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return _fixed(self.copy_abs(), context)
        return _nan_of(self, self, context) or _fixed(self, context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    # Rounding.

    def quantize(self, exp, rounding=None, context=None):
        exp, context = _needed(exp), context or getcontext()
        rounding = _known_rounding(rounding, context)
        nan = _nan_of(self, exp, context)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            return _made(self._sign, 0, 0, 'F') if self._kind == exp._kind else _invalid(context)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return _invalid(context)
        if not self._int:
            return _fixed(_made(self._sign, 0, exp._exp), context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return _invalid(context)
        found = _to_exponent(self, exp._exp, rounding)
        if found.adjusted() > context.Emax or len(str(found._int)) > context.prec:
            return _invalid(context)
        conditions = []
        if found._int and found.adjusted() < context.Emin:
            conditions.append(Subnormal)
        if found._exp > self._exp:
            if _order(found, self):
                conditions.append(Inexact)
            conditions.append(Rounded)
        context._raise(*conditions)
        return _fixed(found, context)

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        rounding = _known_rounding(rounding, context)
        if self._kind:
            return _nan_of(self, self, context) or self
        return self if self._exp >= 0 else _to_exponent(self, 0, rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        found = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0 and self._int:
            context._raise(*([Inexact] if _order(found, self) else []), Rounded)
        return found

    def normalize(self, context=None):
        context = context or getcontext()
        found = _nan_of(self, self, context) or _fixed(self, context)
        if found._kind:
            return found
        coefficient, exponent = found._int, found._exp
        if not coefficient:
            return _made(found._sign, 0, 0)
        most = context.Etop() if context.clamp else context.Emax
        while exponent < most and coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        return _made(found._sign, coefficient, exponent)


def _made(sign, coefficient, exponent, kind='', cls=Decimal):
    number = object.__new__(cls)
    number._sign = sign
    number._int = coefficient
    number._exp = exponent
    number._kind = kind
    return number


def _of_int(number):
    return _made(int(number < 0), abs(int(number)), 0)


def _float_parts(number):
    if _math.isinf(number):
        return int(number < 0), 0, 0, 'F'
    sign = int(_math.copysign(1.0, number) < 0)
    if _math.isnan(number):
        return sign, 0, 0, 'n'
    top, bottom = abs(number).as_integer_ratio()
    places = bottom.bit_length() - 1
    return sign, top * 5 ** places, -places, ''


def _tuple_parts(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError('sign must be an integer with the value 0 or 1')
    if exponent == 'F':
        return sign, 0, 0, 'F'
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
    coefficient = int(''.join([str(digit) for digit in digits]) or '0')
    if exponent in ('n', 'N'):
        return sign, coefficient, 0, exponent
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'"
                         if isinstance(exponent, str) else 'exponent must be an integer')
    return sign, coefficient, exponent, ''


def _needed(other):
    # Another operand of a method: a Decimal or an int.
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _of_int(other)
    raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')


def _known_rounding(rounding, context):
    if rounding is None:
        return context.rounding
    if rounding not in _ROUNDINGS:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   '
                        'ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
    return rounding


def _invalid(context, condition=InvalidOperation):
    context._raise(condition)
    return _made(0, 0, 0, 'n')


def _nan_of(a, b, context):
    # What an operation gives where an operand is not a number; None where both are.
    for number in (a, b):
        if number._kind == 'N':
            context._raise(InvalidOperation)
            return _fixed(_made(number._sign, number._int, 0, 'n'), context)
    for number in (a, b):
        if number._kind == 'n':
            return _fixed(number, context)
    return None


def _order(a, b):
    # -1, 0 or 1; neither is NaN.
    if a._kind or b._kind:
        x = (1 - 2 * a._sign) if a._kind else 0
        y = (1 - 2 * b._sign) if b._kind else 0
        return (x > y) - (x < y)
    if not a._int or not b._int:
        x = (1 - 2 * a._sign) if a._int else 0
        y = (1 - 2 * b._sign) if b._int else 0
        return (x > y) - (x < y)
    if a._sign != b._sign:
        return -1 if a._sign else 1
    sign = -1 if a._sign else 1
    x, y = a.adjusted(), b.adjusted()
    if x == y:
        least = min(a._exp, b._exp)
        x, y = a._int * 10 ** (a._exp - least), b._int * 10 ** (b._exp - least)
    return sign * ((x > y) - (x < y))


def _total(a, b):
    if a._sign != b._sign:
        return -1 if a._sign else 1
    sign = -1 if a._sign else 1
    rank = {'': 0, 'F': 0, 'N': 1, 'n': 2}
    x, y = rank[a._kind], rank[b._kind]
    if x == y:
        if x:
            x, y = a._int, b._int
        else:
            order = _order(a, b)
            if order:
                return order
            x, y = a._exp, b._exp
    return sign * ((x > y) - (x < y))


def _to_exponent(number, exponent, rounding):
    # The number as a multiple of a power of ten.
    if exponent <= number._exp:
        return _made(number._sign, number._int * 10 ** (number._exp - exponent) if number._int else 0, exponent)
    drop = min(exponent - number._exp, len(str(number._int)) + 1)
    step = 10 ** drop
    whole, rest = divmod(number._int, step)
    return _made(number._sign, whole + _round_up(rounding, number._sign, whole, rest, step), exponent)


def _to_digits(number, digits, rounding):
    # The number with so many digits.
    if not number._int:
        return _made(number._sign, 0, number.adjusted() + 1 - digits)
    found = _to_exponent(number, number.adjusted() + 1 - digits, rounding)
    if len(str(found._int)) > digits:
        found = _made(found._sign, found._int // 10, found._exp + 1)
    return found


def _fixed(number, context):
    # The number as the context allows it.
    if number._kind:
        if number._kind != 'F' and number._int:
            room = context.prec - context.clamp
            return _made(number._sign, number._int % 10 ** room, 0, number._kind)
        return number
    sign, coefficient, exponent = number._sign, number._int, number._exp
    tiny, top = context.Etiny(), context.Etop()
    if not coefficient:
        most = top if context.clamp else context.Emax
        wanted = min(max(exponent, tiny), most)
        if wanted != exponent:
            context._raise(Clamped)
            return _made(sign, 0, wanted)
        return number
    digits = len(str(coefficient))
    least = digits + exponent - context.prec
    if least > top:
        return _too_large(sign, context)
    subnormal = least < tiny
    if subnormal:
        least = tiny
    if exponent < least:
        drop = least - exponent
        step = 10 ** min(drop, digits + 1)
        whole, rest = divmod(coefficient, step)
        whole += _round_up(context.rounding, sign, whole, rest, step)
        if len(str(whole)) > context.prec:
            whole //= 10
            least += 1
        if least > top:
            return _too_large(sign, context)
        conditions = []
        if rest and subnormal:
            conditions.append(Underflow)
        if subnormal:
            conditions.append(Subnormal)
        if rest:
            conditions.append(Inexact)
        conditions.append(Rounded)
        if not whole:
            conditions.append(Clamped)
        context._raise(*conditions)
        return _made(sign, whole, least)
    if subnormal:
        context._raise(Subnormal)
    if context.clamp and exponent > top:
        context._raise(Clamped)
        return _made(sign, coefficient * 10 ** (exponent - top), top)
    return number if type(number) is Decimal else _made(sign, coefficient, exponent)


def _too_large(sign, context):
    rounding = context.rounding
    if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_FLOOR, ROUND_CEILING)[sign]:
        found = _made(sign, 10 ** context.prec - 1, context.Etop())
    else:
        found = _made(sign, 0, 0, 'F')
    context._raise(Overflow, Inexact, Rounded)
    return found


# The operations are in a module of their own.
import _decimal_arithmetic

_decimal_arithmetic.enter(Decimal, Context, _made, _fixed, _invalid, _nan_of, _needed, _order, _to_exponent)
import numbers as _numbers
_numbers.Number.register(Decimal)
