# How fractions are formatted: as a quotient, or rounded as a float would be, but exactly.

import re

_AS_QUOTIENT = re.compile(r'(?s:(.)?([<>=^]))?([-+ ]?)(#?)(0|[1-9][0-9]*)?([,_]?)')
_AS_FLOAT = re.compile(r'(?s:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0?(?=[0-9]))?([0-9]+)?([,_]?)'
                       r'(?:\.(?=[,_0-9])([0-9]+)?([,_]?))?([eEfFgG%])')


def _grouped(digits, separator, width=0):
    # Thousands apart; zeros in front until it is that wide.
    digits = digits.zfill(width) if not separator else digits
    if not separator:
        return digits
    while True:
        first = len(digits) % 3 or 3
        text = separator.join([digits[:first]] + [digits[at:at + 3] for at in range(first, len(digits), 3)])
        if len(text) >= width:
            return text
        digits = '0' + digits


def _placed(text, sign, fill, align, width):
    missing = max(width - len(sign) - len(text), 0)
    fill = fill or ' '
    if align == '<':
        return sign + text + fill * missing
    if align == '=':
        return sign + fill * missing + text
    if align == '^':
        left = missing // 2
        return fill * left + sign + text + fill * (missing - left)
    return fill * missing + sign + text


def _sign(negative, wanted):
    return '-' if negative else '' if wanted == '-' else wanted


def _rounded(n, d, exponent):
    # n / d as a multiple of 10 ** exponent, half to even.
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    whole, rest = divmod(n, d)
    return whole + (2 * rest > d or (2 * rest == d and whole % 2))


def _significant(n, d, figures):
    # So many figures of n / d, and the power of ten of the last one.
    if n == 0:
        return 0, 1 - figures
    top, bottom = str(n), str(d)
    power = len(top) - len(bottom)
    if top < bottom:
        power -= 1
    exponent = power - figures + 1
    found = _rounded(n, d, exponent)
    if len(str(found)) > figures:
        return found // 10, exponent + 1
    return found, exponent


def formatted(number, spec):
    if spec == '':
        return str(number)
    found = _AS_QUOTIENT.fullmatch(spec)
    if found is not None:
        return _as_quotient(number, found)
    found = _AS_FLOAT.fullmatch(spec)
    if found is not None and not (found[2] and found[6]):
        return _as_float(number, found)
    raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(number).__name__!r}')


def _as_quotient(number, found):
    fill, align, sign, alternate, width, separator = found.groups()
    width = int(width or '0')
    sign = _sign(number.numerator < 0, sign)
    n, d = abs(number.numerator), number.denominator
    below = '' if d == 1 and not alternate else '/' + _grouped(str(d), separator)
    above = _grouped(str(n), separator)
    return _placed(above + below, sign, fill, align or '>', width)


def _as_float(number, found):
    fill, align, sign, no_minus, alternate, zeros, width, separator, precision, below_separator, kind = found.groups()
    width = int(width or '0')
    precision = 6 if precision is None else int(precision)
    negative = number.numerator < 0
    n, d = abs(number.numerator), number.denominator
    suffix = ''
    if kind in 'fF%':
        if kind == '%':
            n, suffix = n * 100, '%'
        digits, point = _rounded(n, d, -precision), precision
        zero = digits == 0
    else:
        figures = precision + 1 if kind in 'eE' else max(precision, 1)
        digits, exponent = _significant(n, d, figures)
        zero = digits == 0
        power = exponent + figures - 1
        if kind in 'gG' and -4 <= power < figures:
            point = -exponent
        else:
            point = figures - 1
            power = 0 if zero else power
            suffix = f'{"E" if kind.isupper() else "e"}{power:+03d}'
    if zero and no_minus:
        negative = False
    text = str(digits).zfill(point + 1)
    whole, decimals = text[:len(text) - point], text[len(text) - point:]
    if kind in 'gG' and not alternate:
        decimals = decimals.rstrip('0')
    sign = _sign(negative, sign)
    if below_separator:
        decimals = below_separator.join([decimals[at:at + 3] for at in range(0, len(decimals), 3)])
    # A number with zeros between its sign and its digits is wider by digits, not by zeros alone.
    zeros = zeros or (fill == '0' and align == '=')
    tail = ('.' if decimals or alternate else '') + decimals + suffix
    whole = _grouped(whole, separator, width - len(sign) - len(tail) if zeros else 0)
    return _placed(whole + tail, sign, fill, align or '>', width)
