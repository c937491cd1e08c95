# Kernel density estimates: `statistics.kde` and `kde_random`.

from bisect import bisect_left, bisect_right
from math import asin, atan, cos, cosh, exp, log, pi, sin, sqrt, tan
from random import Random

from statistics import NormalDist, StatisticsError

_STANDARD = NormalDist()


def _solved(cumulative, low, high):
    # The inverse of a cumulative function that has no closed one, by halving.
    def inverse(p):
        left, right = low, high
        for _ in range(60):
            middle = (left + right) / 2
            if cumulative(middle) < p:
                left = middle
            else:
                right = middle
        return (left + right) / 2
    return inverse


def _parabolic(t):
    return 0.5 + 0.75 * t - 0.25 * t ** 3


def _quartic(t):
    return 0.5 + 15 / 16 * (t - 2 / 3 * t ** 3 + t ** 5 / 5)


def _triweight(t):
    return 0.5 + 35 / 32 * (t - t ** 3 + 3 / 5 * t ** 5 - t ** 7 / 7)


# Of each kernel: its density, the density up to a point, the inverse of that, and how far it reaches (None: without end).
_KERNELS = {
    'normal': (lambda t: exp(-t * t / 2) / sqrt(2 * pi), _STANDARD.cdf, _STANDARD.inv_cdf, None),
    'logistic': (lambda t: 0.5 / (1 + cosh(t)), lambda t: 1 - 1 / (exp(t) + 1), lambda p: log(p / (1 - p)), None),
    'sigmoid': (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * pi / 2)), None),
    'rectangular': (lambda t: 0.5, lambda t: t / 2 + 0.5, lambda p: 2 * p - 1, 1),
    'triangular': (lambda t: 1 - abs(t), lambda t: t + 0.5 + (t * t / 2 if t < 0 else -t * t / 2),
                   lambda p: sqrt(2 * p) - 1 if p < 0.5 else 1 - sqrt(2 - 2 * p), 1),
    'parabolic': (lambda t: 3 / 4 * (1 - t * t), _parabolic, _solved(_parabolic, -1, 1), 1),
    'quartic': (lambda t: 15 / 16 * (1 - t * t) ** 2, _quartic, _solved(_quartic, -1, 1), 1),
    'triweight': (lambda t: 35 / 32 * (1 - t * t) ** 3, _triweight, _solved(_triweight, -1, 1), 1),
    'cosine': (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: sin(pi / 2 * t) / 2 + 0.5,
               lambda p: 2 * asin(2 * p - 1) / pi, 1),
}
_KERNELS['gauss'] = _KERNELS['normal']
_KERNELS['uniform'] = _KERNELS['rectangular']
_KERNELS['epanechnikov'] = _KERNELS['parabolic']
_KERNELS['biweight'] = _KERNELS['quartic']


def _checked(data, h, kernel):
    if not data:
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return _KERNELS[kernel]


def kde(data, h, kernel='normal', *, cumulative=False):
    density, up_to, _, reach = _checked(data, h, kernel)
    if reach is None:
        def pdf(x):
            return sum([density((x - one) / h) for one in data]) / (len(data) * h)

        def cdf(x):
            return sum([up_to((x - one) / h) for one in data]) / len(data)
    else:
        ordered, width = sorted(data), reach * h

        def pdf(x):
            near = ordered[bisect_left(ordered, x - width):bisect_right(ordered, x + width)]
            return sum([density((x - one) / h) for one in near]) / (len(data) * h)

        def cdf(x):
            below = bisect_left(ordered, x - width)
            near = ordered[below:bisect_right(ordered, x + width)]
            return sum([up_to((x - one) / h) for one in near], below) / len(data)
    made = cdf if cumulative else pdf
    made.__doc__ = f'{"CDF" if cumulative else "PDF"} estimate with {h=!r} and {kernel=!r}'
    return made


def kde_random(data, h, kernel='normal', *, seed=None):
    inverse = _checked(data, h, kernel)[2]
    generator = Random(seed)

    def rand():
        return generator.choice(data) + h * inverse(generator.random())
    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
