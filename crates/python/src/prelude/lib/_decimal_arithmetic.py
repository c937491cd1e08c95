# The operations of decimals: sums, products, quotients, powers, roots and logarithms.

import _decimal_functions as _f
from _decimal_context import (
    Clamped, DivisionByZero, DivisionImpossible, DivisionUndefined, Inexact, InvalidOperation, Overflow,
    ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Rounded, Subnormal, Underflow, getcontext)


def enter(Decimal, Context, made, fixed, invalid, nan_of, needed, order, to_exponent):
    # Gives the class its operations, and the context the methods that are those of its numbers.

    def infinity(sign):
        return made(sign, 0, 0, 'F')

    def operand(other):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        return None

    def added(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        if a._kind or b._kind:
            if a._kind and b._kind and a._sign != b._sign:
                return invalid(context)
            return infinity(a._sign if a._kind else b._sign)
        exponent = min(a._exp, b._exp)
        down = context.rounding == ROUND_FLOOR
        if not a._int and not b._int:
            sign = min(a._sign, b._sign)
            if down and a._sign != b._sign:
                sign = 1
            return fixed(made(sign, 0, exponent), context)
        if not a._int or not b._int:
            number = b if not a._int else a
            exponent = max(exponent, number._exp - context.prec - 1)
            return fixed(to_exponent(number, exponent, context.rounding), context)
        if a._exp < b._exp:
            a, b = b, a
        # A number far below the other only decides how it is rounded.
        small, small_exp = b._int, b._exp
        least = a._exp + min(-1, len(str(a._int)) - context.prec - 2)
        if len(str(small)) + small_exp - 1 < least:
            small, small_exp = 1, least
        exponent = min(a._exp, small_exp)
        total = a._int * 10 ** (a._exp - exponent) * (1 - 2 * a._sign)
        total += small * 10 ** (small_exp - exponent) * (1 - 2 * b._sign)
        if total == 0:
            return fixed(made(int(down), 0, exponent), context)
        return fixed(made(int(total < 0), abs(total), exponent), context)

    def subtracted(a, b, context):
        if b._kind in ('n', 'N'):
            return nan_of(a, b, context)
        return added(a, b.copy_negate(), context)

    def multiplied(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        sign = a._sign ^ b._sign
        if a._kind or b._kind:
            if a.is_zero() or b.is_zero():
                return invalid(context)
            return infinity(sign)
        return fixed(made(sign, a._int * b._int, a._exp + b._exp), context)

    def divided(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        sign = a._sign ^ b._sign
        if a._kind:
            return invalid(context) if b._kind else infinity(sign)
        if b._kind:
            context._raise(Clamped)
            return made(sign, 0, context.Etiny())
        if not b._int:
            if not a._int:
                return invalid(context, DivisionUndefined)
            context._raise(DivisionByZero)
            return infinity(sign)
        if not a._int:
            return fixed(made(sign, 0, a._exp - b._exp), context)
        shift = len(str(b._int)) - len(str(a._int)) + context.prec + 1
        exponent = a._exp - b._exp - shift
        if shift >= 0:
            quotient, rest = divmod(a._int * 10 ** shift, b._int)
        else:
            quotient, rest = divmod(a._int, b._int * 10 ** -shift)
        if rest:
            # The last digit tells that something follows.
            if quotient % 5 == 0:
                quotient += 1
        else:
            ideal = a._exp - b._exp
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return fixed(made(sign, quotient, exponent), context)

    def whole_and_rest(a, b, context):
        # Quotient towards zero and remainder of finite numbers, the divisor not zero; nothing if too long.
        sign = a._sign ^ b._sign
        ideal = min(a._exp, b._exp)
        if not a._int or a.adjusted() - b.adjusted() <= -2:
            return made(sign, 0, 0), to_exponent(a, ideal, context.rounding)
        if a.adjusted() - b.adjusted() <= context.prec:
            top, bottom = a._int * 10 ** (a._exp - ideal), b._int * 10 ** (b._exp - ideal)
            quotient, rest = divmod(top, bottom)
            if quotient < 10 ** context.prec:
                return made(sign, quotient, 0), made(a._sign, rest, ideal)
        return None

    def divided_whole(a, b, context, round_rest=True):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan, nan
        sign = a._sign ^ b._sign
        if a._kind:
            wrong = invalid(context)
            return (wrong if b._kind else infinity(sign)), wrong
        if b._kind:
            return made(sign, 0, 0), fixed(a, context) if round_rest else a
        if not b._int:
            if not a._int:
                wrong = invalid(context, DivisionUndefined)
                return wrong, wrong
            context._raise(DivisionByZero, InvalidOperation)
            return infinity(sign), made(0, 0, 0, 'n')
        found = whole_and_rest(a, b, context)
        if found is None:
            wrong = invalid(context, DivisionImpossible)
            return wrong, wrong
        return found[0], fixed(found[1], context) if round_rest else found[1]

    def floor_divided(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        if a._kind and not b._kind:
            return infinity(a._sign ^ b._sign)
        if not a._kind and not b._kind and not b._int and a._int:
            context._raise(DivisionByZero)
            return infinity(a._sign ^ b._sign)
        return divided_whole(a, b, context, False)[0]

    def remainder(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        if a._kind or (not b._kind and not b._int and a._int):
            return invalid(context)
        return divided_whole(a, b, context)[1]

    def both(a, b, context):
        return divided_whole(a, b, context)

    def remainder_near(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        if a._kind:
            return invalid(context)
        if b._kind:
            return fixed(a, context)
        if not b._int:
            return invalid(context, InvalidOperation if a._int else DivisionUndefined)
        found = whole_and_rest(a, b, context)
        if found is None:
            return invalid(context, DivisionImpossible)
        quotient, rest = found
        bottom = b._int * 10 ** (b._exp - rest._exp)
        if 2 * rest._int > bottom or (2 * rest._int == bottom and quotient._int % 2):
            rest = made(1 - a._sign, bottom - rest._int, rest._exp)
        return fixed(rest, context)

    def exact_power(base, power, sign, context):
        coefficient, exponent = base._int, base._exp
        while coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        digits = len(str(coefficient))
        if digits * power > 4 * context.prec + 400:
            return None
        return made(sign, coefficient ** power, exponent * power)

    def raised(a, b, context, modulo=None):
        if modulo is not None:
            return raised_modulo(a, b, needed(modulo), context)
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        if b.is_zero():
            return invalid(context) if a.is_zero() else Decimal(1)
        is_whole = not b._kind and (b._exp >= 0 or b._int % 10 ** -b._exp == 0)
        sign = 0
        if a._sign:
            if is_whole:
                sign = int(b) % 2 if b._exp < 1 else 0
            elif a._int or a._kind:
                return invalid(context)
            a = a.copy_abs()
        if a.is_zero():
            return infinity(sign) if b._sign else made(sign, 0, 0)
        if a._kind:
            return made(sign, 0, 0) if b._sign else infinity(sign)
        to_one = order(a, Decimal(1))
        if b._kind:
            if to_one == 0:
                context._raise(Inexact, Rounded)
                return made(0, 10 ** (context.prec - 1), 1 - context.prec)
            return infinity(0) if (to_one > 0) == (b._sign == 0) else made(0, 0, 0)
        if to_one == 0:
            exponent = 1 - context.prec
            if is_whole:
                times = 0 if b._sign else int(min(b, Decimal(context.prec)))
                exponent = max(a._exp * times, exponent)
                if a._exp * times < exponent:
                    context._raise(Rounded)
            else:
                context._raise(Inexact, Rounded)
            return made(sign, 10 ** -exponent, exponent)
        if is_whole and b.adjusted() < 12:
            power = abs(int(b))
            found = None
            if not b._sign and len(str(a._int)) * power <= 4 * context.prec + 400:
                found = made(sign, a._int ** power, a._exp * power)
            elif b._sign:
                found = exact_power(a, power, sign, context)
                if found is not None:
                    return divided(Decimal(1), found, context)
            if found is not None:
                return fixed(found, context)
        if (a.adjusted() + 1) * (1 - 2 * b._sign) > 0 and b.adjusted() > 20:
            return fixed(made(sign, 1, context.Emax + 1), context)
        if b.adjusted() > 20:
            return fixed(made(sign, 1, context.Etiny() - 1), context)
        close = distance_from_one(a)
        places = context.prec + 12 + max(b.adjusted(), 0) + max(-close, 0) + len(str(abs(a.adjusted())))
        logarithm = _f.ln_of(a._int, a._exp, places)
        value = logarithm * (1 - 2 * b._sign) * b._int
        value = value * 10 ** b._exp if b._exp >= 0 else value // 10 ** -b._exp
        coefficient, exponent = _f.exp_parts(value, places)
        return rounded_inexact(made(sign, coefficient, exponent), context, context.rounding)

    def rounded_inexact(number, context, rounding=ROUND_HALF_EVEN):
        # An approximation with more digits than wanted. A run of zeros or nines at its end stands for the round
        # number; what is returned has all the digits there may be.
        digits = len(str(number._int))
        spare = digits - context.prec - 5
        if spare > 0:
            step = 10 ** spare
            number = made(number._sign, (number._int + step // 2) // step, number._exp + spare)
        work = context.copy()
        work.rounding = rounding
        work.clear_traps()
        work.clear_flags()
        found = fixed(number, work)
        raised_here = [signal for signal in work.flags.keys() if work.flags[signal]]
        context._raise(*dict.fromkeys([*raised_here, Inexact, Rounded]))
        return found

    def distance_from_one(a):
        return subtracted(a, Decimal(1), Wide).adjusted() if -2 < a.adjusted() < 1 else 0

    def raised_modulo(a, b, modulo, context):
        for number in (a, b, modulo):
            if number._kind in ('n', 'N'):
                return nan_of(number, number, context)
        whole = [not number._kind and number == number.to_integral_value() for number in (a, b, modulo)]
        if not all(whole) or b._sign or not modulo or modulo.adjusted() >= context.prec or not (a or b):
            return invalid(context)
        sign = a._sign if int(b) % 2 else 0
        return made(sign, pow(abs(int(a)), int(b), abs(int(modulo))), 0)

    def square_root(a, context):
        nan = nan_of(a, a, context)
        if nan is not None:
            return nan
        if a.is_zero():
            return fixed(made(a._sign, 0, a._exp // 2), context)
        if a._sign:
            return invalid(context)
        if a._kind:
            return a
        coefficient, exponent, _ = _f.root(a._int, a._exp, context.prec)
        work = context.rounding
        context.__dict__['rounding'] = ROUND_HALF_EVEN
        try:
            return fixed(made(0, coefficient, exponent), context)
        finally:
            context.__dict__['rounding'] = work

    def exponential(a, context):
        nan = nan_of(a, a, context)
        if nan is not None:
            return nan
        if a._kind:
            return made(0, 0, 0) if a._sign else a
        if not a._int:
            return Decimal(1)
        size = a.adjusted()
        if size > len(str((context.Emax + 1) * 3)):
            return rounded_inexact(made(0, 1, context.Etiny() - 1 if a._sign else context.Emax + 1), context)
        if size < -context.prec - 1:
            near = 10 ** (context.prec + 1) + (-1 if a._sign else 1)
            return rounded_inexact(made(0, near, -context.prec - 1), context)
        places = context.prec + 10 + max(size, 0)
        x = _f.scaled(a._int, a._exp, places) * (1 - 2 * a._sign)
        return rounded_inexact(made(0, *_f.exp_parts(x, places)), context)

    def logarithm(a, context, to_ten=False):
        nan = nan_of(a, a, context)
        if nan is not None:
            return nan
        if a.is_zero():
            return infinity(1)
        if a._sign:
            return invalid(context)
        if a._kind:
            return a
        digits = str(a._int)
        if to_ten and digits[0] == '1' and not digits[1:].strip('0'):
            return fixed(Decimal(a._exp + len(digits) - 1), context)
        if order(a, Decimal(1)) == 0:
            return made(0, 0, 0)
        close = distance_from_one(a)
        places = context.prec + 12 + max(-close, 0)
        value = _f.ln_of(a._int, a._exp, places)
        if to_ten:
            value = value * 10 ** places // _f.ln10(places)
        return rounded_inexact(made(int(value < 0), abs(value), -places), context)

    def next_to(a, context, rounding):
        nan = nan_of(a, a, context)
        if nan is not None:
            return nan
        down = rounding == ROUND_FLOOR
        if a._kind:
            if a._sign == int(down):
                return infinity(a._sign)
            return made(int(not down), 10 ** context.prec - 1, context.Etop())
        work = context.copy()
        work.rounding = rounding
        work.clear_traps()
        found = fixed(a, work)
        if order(found, a):
            return found
        return added(a, made(int(down), 1, work.Etiny() - 1), work)

    def next_towards(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        direction = order(a, b)
        if direction == 0:
            return a.copy_sign(b)
        found = next_to(a, context, ROUND_CEILING if direction < 0 else ROUND_FLOOR)
        if found._kind:
            context._raise(Overflow, Inexact, Rounded)
        elif found.adjusted() < context.Emin:
            context._raise(Underflow, Subnormal, Inexact, Rounded, *([] if found._int else [Clamped]))
        return found

    def fused(a, b, c, context):
        product = multiplied(a, b, Wide) if not (a._kind or b._kind) else multiplied(a, b, context)
        return added(product, c, context)

    def exponent_of(a, context):
        nan = nan_of(a, a, context)
        if nan is not None:
            return nan
        if a._kind:
            return infinity(0)
        if not a._int:
            context._raise(DivisionByZero)
            return infinity(1)
        return fixed(Decimal(a.adjusted()), context)

    def scaled_by(a, b, context):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        limit = 2 * (context.Emax + context.prec)
        if b._kind or b._exp != 0 or not -limit <= int(b) <= limit:
            return invalid(context)
        return a if a._kind else fixed(made(a._sign, a._int, a._exp + int(b)), context)

    def shifted(a, b, context, around=False):
        nan = nan_of(a, b, context)
        if nan is not None:
            return nan
        if b._kind or b._exp != 0 or not -context.prec <= int(b) <= context.prec:
            return invalid(context)
        if a._kind:
            return a
        digits, places = str(a._int).zfill(context.prec)[-context.prec:], int(b)
        if around:
            digits = digits[places:] + digits[:places]
        else:
            digits = (digits + '0' * places)[-context.prec:] if places >= 0 else digits[:places]
        return made(a._sign, int(digits or '0'), a._exp)

    def logical(pick):
        # An operation on numbers whose digits are all 0 or 1, digit by digit.
        def operation(*operands):
            *numbers, context = operands
            rows = []
            for one in numbers:
                digits = str(one._int)
                if one._kind or one._sign or one._exp or digits.strip('01'):
                    return invalid(context)
                rows.append(digits[-context.prec:].zfill(context.prec))
            return made(0, int(''.join([pick(*column) for column in zip(*rows)])), 0)
        return operation

    Wide = Context(prec=10 ** 9, Emax=10 ** 12, Emin=-10 ** 12, rounding=ROUND_HALF_EVEN, traps=[])

    def operator(name, operation, reverse=True):
        def forward(self, other, context=None):
            other = operand(other)
            return NotImplemented if other is None else operation(self, other, context or getcontext())

        def backward(self, other, context=None):
            other = operand(other)
            return NotImplemented if other is None else operation(other, self, context or getcontext())
        setattr(Decimal, f'__{name}__', forward)
        setattr(Decimal, f'__r{name}__', backward)

    for name, operation in [('add', added), ('sub', subtracted), ('mul', multiplied), ('truediv', divided),
                            ('floordiv', floor_divided), ('mod', remainder), ('divmod', both)]:
        operator(name, operation)

    def power(self, other, modulo=None, context=None):
        other = operand(other)
        return NotImplemented if other is None else raised(self, other, context or getcontext(), modulo)

    def power_of(self, other, context=None):
        other = operand(other)
        return NotImplemented if other is None else raised(other, self, context or getcontext())

    Decimal.__pow__ = power
    Decimal.__rpow__ = power_of

    def method(name, operation, operands):
        if operands == 0:
            def call(self, context=None):
                return operation(self, context or getcontext())
        elif operands == 1:
            def call(self, other, context=None):
                return operation(self, needed(other), context or getcontext())
        else:
            def call(self, other, third, context=None):
                return operation(self, needed(other), needed(third), context or getcontext())
        call.__name__ = name
        call.__qualname__ = f'Decimal.{name}'
        setattr(Decimal, name, call)

    for name, operation, operands in [
            ('sqrt', square_root, 0), ('exp', exponential, 0), ('ln', logarithm, 0),
            ('log10', lambda a, context: logarithm(a, context, True), 0), ('logb', exponent_of, 0),
            ('next_minus', lambda a, context: next_to(a, context, ROUND_FLOOR), 0),
            ('next_plus', lambda a, context: next_to(a, context, ROUND_CEILING), 0),
            ('next_toward', next_towards, 1), ('remainder_near', remainder_near, 1), ('fma', fused, 2),
            ('scaleb', scaled_by, 1), ('shift', shifted, 1),
            ('logical_and', logical(min), 1), ('logical_or', logical(max), 1),
            ('logical_xor', logical(lambda a, b: '01'[a != b]), 1),
            ('logical_invert', logical(lambda a: '10'[int(a)]), 0),
            ('rotate', lambda a, b, context: shifted(a, b, context, True), 1)]:
        method(name, operation, operands)

    # The context's own methods: those of numbers, with the context given.

    def by_context(name, of_number):
        def call(self, a, *others):
            found = of_number(needed(a), *[needed(other) for other in others], context=self)
            if found is NotImplemented:
                raise TypeError(f'unsupported operand type(s) for {name}')
            return found
        call.__name__ = name
        call.__qualname__ = f'Context.{name}'
        setattr(Context, name, call)

    for name, special in [('add', '__add__'), ('subtract', '__sub__'), ('multiply', '__mul__'),
                          ('divide', '__truediv__'), ('divide_int', '__floordiv__'), ('remainder', '__mod__'),
                          ('divmod', '__divmod__'), ('minus', '__neg__'), ('plus', '__pos__'), ('abs', '__abs__')]:
        by_context(name, getattr(Decimal, special))
    for name in ['compare', 'compare_signal', 'compare_total', 'compare_total_mag', 'exp', 'fma', 'is_normal',
                 'is_subnormal', 'ln', 'log10', 'logb', 'logical_and', 'logical_invert', 'logical_or', 'logical_xor',
                 'max', 'max_mag', 'min', 'min_mag', 'next_minus', 'next_plus',
                 'next_toward', 'normalize', 'number_class', 'remainder_near', 'rotate', 'same_quantum', 'scaleb',
                 'shift', 'sqrt', 'to_integral_exact', 'to_integral_value', 'to_eng_string', 'copy_sign']:
        by_context(name, getattr(Decimal, name))
    Context.to_integral = Context.to_integral_value
    Context.quantize = lambda self, a, b: needed(a).quantize(b, context=self)
    Context.power = lambda self, a, b, modulo=None: needed(a).__pow__(needed(b), modulo, self)
    Context.create_decimal = lambda self, num='0': _created(self, num)
    Context.create_decimal_from_float = lambda self, f: fixed(Decimal.from_float(f), self)
    Context.to_sci_string = lambda self, a: str(needed(a))
    for name in ['copy_abs', 'copy_negate', 'is_canonical', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan',
                 'is_signed', 'is_snan', 'is_zero', 'canonical']:
        def plain(self, a, of_number=getattr(Decimal, name)):
            return of_number(needed(a))
        setattr(Context, name, plain)
    Context.copy_decimal = lambda self, a: needed(a)
    Context.radix = lambda self: Decimal(10)

    def _created(context, num):
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            from _decimal_context import ConversionSyntax
            return invalid(context, ConversionSyntax)
        return fixed(Decimal(num, context), context)
