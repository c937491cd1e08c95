# Functions of complex numbers, on those of real ones.

import math as _math

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_LARGEST = 1.7976931348623157e308
_SMALLEST = 2.2250738585072014e-308
_LOG_LARGE = _math.log(_LARGEST / 4)


def _given(z):
    if isinstance(z, complex):
        return z
    if isinstance(z, (int, float)):
        return complex(z)
    kind = type(z)
    if hasattr(kind, '__complex__'):
        return complex(z)
    if hasattr(kind, '__float__') or hasattr(kind, '__index__'):
        return complex(float(z) if hasattr(kind, '__float__') else z.__index__())
    raise TypeError(f'must be real number, not {kind.__name__}')


def _range(z, *parts):
    # Infinite parts of a finite argument are an overflow.
    if _math.isfinite(z.real) and _math.isfinite(z.imag):
        for part in parts:
            if _math.isinf(part):
                raise OverflowError('math range error')
    return complex(*parts)


def _exp(x):
    try:
        return _math.exp(x)
    except OverflowError:
        return inf


def phase(z, /):
    z = _given(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _given(z)
    return abs(z), _math.atan2(z.imag, z.real)


def rect(r, phi, /):
    r, phi = float(r), float(phi)
    if not _math.isfinite(phi):
        if r == 0.0 or _math.isnan(phi):
            return complex(r if r == 0.0 else nan, 0.0 if r == 0.0 else nan)
        raise ValueError('math domain error')
    if _math.isinf(r) and phi:
        return complex(_math.copysign(inf, _math.cos(phi) * r), _math.copysign(inf, _math.sin(phi) * r))
    if phi == 0.0:
        return complex(r, r * phi if _math.isfinite(r) else phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def _sqrt(z):
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    if _math.isinf(z.imag):
        return complex(inf, z.imag)
    if _math.isinf(z.real):
        if z.real > 0:
            return complex(inf, z.imag if _math.isnan(z.imag) else _math.copysign(0.0, z.imag))
        return complex(nan if _math.isnan(z.imag) else 0.0, inf if _math.isnan(z.imag) else _math.copysign(inf, z.imag))
    x, y = abs(z.real), abs(z.imag)
    if x < _SMALLEST and y < _SMALLEST and (x > 0.0 or y > 0.0):
        x = _math.ldexp(x, 53)
        size = _math.ldexp(_math.sqrt(x + _math.hypot(x, _math.ldexp(y, 53))), -27)
    else:
        x /= 8.0
        size = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
    other = y / (2.0 * size)
    if z.real >= 0.0:
        return complex(size, _math.copysign(other, z.imag))
    return complex(other, _math.copysign(size, z.imag))


def sqrt(z, /):
    return _sqrt(_given(z))


def exp(z, /):
    z = _given(z)
    if not (_math.isfinite(z.real) and _math.isfinite(z.imag)):
        if _math.isinf(z.real) and _math.isfinite(z.imag):
            if z.imag == 0.0:
                return complex(inf if z.real > 0 else 0.0, z.imag)
            size = inf if z.real > 0 else 0.0
            return complex(_math.copysign(size, _math.cos(z.imag)), _math.copysign(size, _math.sin(z.imag)))
        if _math.isinf(z.imag) and z.real != -inf:
            raise ValueError('math domain error')
        return complex(nan, nan) if z.imag else complex(nan, z.imag)
    if z.real > _LOG_LARGE:
        size = _exp(z.real - 1.0)
        return _range(z, size * _math.cos(z.imag) * e, size * _math.sin(z.imag) * e)
    size = _exp(z.real)
    return _range(z, size * _math.cos(z.imag), size * _math.sin(z.imag))


def _log(z):
    x, y = abs(z.real), abs(z.imag)
    if x == 0.0 and y == 0.0:
        raise ValueError('math domain error')
    angle = _math.atan2(z.imag, z.real)
    if x > _LARGEST / 4 or y > _LARGEST / 4:
        if _math.isinf(x) or _math.isinf(y):
            return complex(inf, angle)
        return complex(_math.log(_math.hypot(x / 2.0, y / 2.0)) + _math.log(2.0), angle)
    if x < _SMALLEST and y < _SMALLEST:
        size = _math.hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))
        return complex(_math.log(size) - 53 * _math.log(2.0), angle)
    size = _math.hypot(x, y)
    if 0.71 <= size <= 1.73:
        large, small = (x, y) if x > y else (y, x)
        return complex(_math.log1p((large - 1) * (large + 1) + small * small) / 2.0, angle)
    return complex(_math.log(size), angle)


def log(z, base=None, /):
    found = _log(_given(z))
    return found if base is None else found / _log(_given(base))


def log10(z, /):
    found = _log(_given(z))
    return complex(found.real / _math.log(10.0), found.imag / _math.log(10.0))


def _cosh(z):
    if abs(z.real) > _LOG_LARGE and _math.isfinite(z.real):
        near = z.real - _math.copysign(1.0, z.real)
        return _range(z, _math.cos(z.imag) * _math.cosh(near) * e, _math.sin(z.imag) * _math.sinh(near) * e)
    return _range(z, _math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def _sinh(z):
    if abs(z.real) > _LOG_LARGE and _math.isfinite(z.real):
        near = z.real - _math.copysign(1.0, z.real)
        return _range(z, _math.cos(z.imag) * _math.sinh(near) * e, _math.sin(z.imag) * _math.cosh(near) * e)
    return _range(z, _math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def _tanh(z):
    if abs(z.real) > _LOG_LARGE:
        return complex(_math.copysign(1.0, z.real),
                       4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * abs(z.real)))
    x, y, c = _math.tanh(z.real), _math.tan(z.imag), 1.0 / _math.cosh(z.real)
    both = x * y
    below = 1.0 + both * both
    return complex(x * (1.0 + y * y) / below, y / below * c * c)


def _turned(function, z):
    # -i f(i z)
    found = function(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def cosh(z, /):
    return _cosh(_given(z))


def sinh(z, /):
    return _sinh(_given(z))


def tanh(z, /):
    return _tanh(_given(z))


def cos(z, /):
    z = _given(z)
    return _cosh(complex(-z.imag, z.real))


def sin(z, /):
    return _turned(_sinh, _given(z))


def tan(z, /):
    return _turned(_tanh, _given(z))


def acos(z, /):
    z = _given(z)
    if abs(z.real) > _LARGEST / 4 or abs(z.imag) > _LARGEST / 4:
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 2.0 * _math.log(2.0)
        return complex(_math.atan2(abs(z.imag), z.real), -_math.copysign(size, z.imag))
    a, b = _sqrt(complex(1.0 - z.real, -z.imag)), _sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(a.real, b.real), _math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = _given(z)
    if abs(z.real) > _LARGEST / 4 or abs(z.imag) > _LARGEST / 4:
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 2.0 * _math.log(2.0)
        return complex(size, _math.atan2(z.imag, z.real))
    a, b = _sqrt(complex(z.real - 1.0, z.imag)), _sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _math.atan2(a.imag, b.real))


def _asinh(z):
    if abs(z.real) > _LARGEST / 4 or abs(z.imag) > _LARGEST / 4:
        size = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 2.0 * _math.log(2.0)
        return complex(_math.copysign(size, z.real), _math.atan2(z.imag, abs(z.real)))
    a, b = _sqrt(complex(1.0 + z.imag, -z.real)), _sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(a.real * b.imag - b.real * a.imag),
                   _math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asinh(z, /):
    return _asinh(_given(z))


def asin(z, /):
    return _turned(_asinh, _given(z))


def _atanh(z):
    if z.real < 0.0 or (z.real == 0.0 and _math.copysign(1.0, z.real) < 0.0):
        found = _atanh(complex(-z.real, -z.imag))
        return complex(-found.real, -found.imag)
    y = abs(z.imag)
    large = _math.sqrt(_LARGEST / 4)
    if z.real > large or y > large:
        size = _math.hypot(z.real / 2.0, z.imag / 2.0)
        return complex(z.real / 4.0 / size / size, _math.copysign(pi / 2.0, z.imag))
    if z.real == 1.0 and y < _math.sqrt(_SMALLEST):
        if y == 0.0:
            raise ValueError('math domain error')
        return complex(-_math.log(_math.sqrt(y) / _math.sqrt(_math.hypot(y, 2.0))),
                       _math.copysign(_math.atan2(2.0, -y) / 2, z.imag))
    return complex(_math.log1p(4.0 * z.real / ((1 - z.real) * (1 - z.real) + y * y)) / 4.0,
                   -_math.atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - y * y) / 2.0)


def atanh(z, /):
    return _atanh(_given(z))


def atan(z, /):
    return _turned(_atanh, _given(z))


def isfinite(z, /):
    z = _given(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _given(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _given(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _given(a), _given(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = abs(a - b)
    return apart <= rel_tol * abs(b) or apart <= rel_tol * abs(a) or apart <= abs_tol
