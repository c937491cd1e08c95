# Roots, powers, exponentials and logarithms of decimals, on integers that stand for so many digits.

from math import isqrt

_ln10_known = {}


def exp_scaled(x, places):
    # e ** (x / 10**places) * 10**places, for an x of moderate size.
    guard = 12
    one = 10 ** (places + guard)
    x *= 10 ** guard
    halvings = max(x.bit_length() - one.bit_length() + 8, 0)
    x >>= halvings
    total, term, count = one, one, 1
    while term:
        term = term * x // (one * count)
        total += term
        count += 1
        if -2 < term < 2 and count > 3:
            break
    for _ in range(halvings):
        total = total * total // one
    return total // 10 ** guard


def ln_scaled(m, places):
    # ln(m / 10**places) * 10**places, for an m that stands for 1 to 10.
    guard = 12
    one = 10 ** (places + guard)
    y = m * 10 ** guard
    roots = 0
    while abs(y - one) * 64 > one:
        y = isqrt(y * one)
        roots += 1
    z = (y - one) * one // (y + one)
    square = z * z // one
    total, term, count = z, z, 1
    while term not in (0, -1):
        term = term * square // one
        count += 2
        total += term // count
    return (total << (roots + 1)) // 10 ** guard


def ln10(places):
    if places not in _ln10_known:
        if len(_ln10_known) > 20:
            _ln10_known.clear()
        _ln10_known[places] = ln_scaled(10 ** (places + 1), places)
    return _ln10_known[places]


def scaled(coefficient, exponent, places):
    shift = exponent + places
    if shift >= 0:
        return coefficient * 10 ** shift
    return coefficient // 10 ** -shift


def exp_parts(x, places):
    # Coefficient and exponent of e ** (x / 10**places).
    power, rest = divmod(x, ln10(places))
    return exp_scaled(rest, places), power - places


def ln_of(coefficient, exponent, places):
    # ln(coefficient * 10**exponent) * 10**places
    size = len(str(coefficient)) - 1
    m = scaled(coefficient, -size, places + 3)
    value = ln_scaled(m, places + 3)
    return (value + (exponent + size) * ln10(places + 3)) // 1000


def root(coefficient, exponent, digits):
    # The square root, with one digit more than is wanted, and whether it is exact.
    if exponent % 2:
        coefficient *= 10
        size = (len(str(coefficient // 10)) >> 1) + 1
    else:
        size = len(str(coefficient)) + 1 >> 1
    exponent >>= 1
    shift = digits + 1 - size
    if shift >= 0:
        number, exact = coefficient * 100 ** shift, True
    else:
        number, rest = divmod(coefficient, 100 ** -shift)
        exact = not rest
    found = isqrt(number)
    exact = exact and found * found == number
    exponent -= shift
    if exact:
        if shift >= 0:
            found //= 10 ** shift
        else:
            found *= 10 ** -shift
        return found, exponent + shift, True
    if found % 5 == 0:
        found += 1
    return found, exponent, False
