# Averages and spreads. Sums are exact, as fractions of whole numbers, and are rounded once at the end.

from bisect import bisect_left as _bisect_left
from collections import namedtuple
from math import erfc, exp, fabs, fsum as _fsum, hypot, inf as _inf, isqrt as _isqrt, log as _log, nan as _nan, pi, sqrt as _sqrt, tau

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'kde', 'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _needed(data, what, least=1):
    # Nobody asks how many there are.
    data = [one for one in data]
    if len(data) < least:
        raise StatisticsError(what)
    return data


def _kind(data):
    # The type of the result: the one of the data, where a mixture of numbers is float.
    kinds = {bool: int}
    found = int
    for one in data:
        kind = kinds.get(type(one), type(one))
        if kind is found or kind is int:
            continue
        if found is not int and found is not kind:
            if float not in (found, kind) and not issubclass(kind, found):
                raise TypeError(f"don't know how to coerce {found.__name__} and {kind.__name__}")
            kind = kind if found is float else float if kind is float else kind
        found = kind
    return found


class _Inexact(Exception):
    # An infinity or NaN among the data: the sum is that.
    pass


def _ratio(value):
    try:
        return value.as_integer_ratio()
    except (OverflowError, ValueError):
        raise _Inexact
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _exact_sum(data):
    # The sum as (numerator, denominator).
    by_denominator = {}
    for one in data:
        numerator, denominator = _ratio(one)
        by_denominator[denominator] = by_denominator.get(denominator, 0) + numerator
    top, bottom = 0, 1
    for denominator, numerator in by_denominator.items():
        top, bottom = top * denominator + numerator * bottom, bottom * denominator
    return top, bottom


def _converted(top, bottom, kind):
    if kind is int:
        return top // bottom if top % bottom == 0 else top / bottom
    if kind is float:
        return top / bottom
    return kind(top) / kind(bottom)


def mean(data):
    data = _needed(data, 'mean requires at least one data point')
    try:
        top, bottom = _exact_sum(data)
    except _Inexact:
        return sum(data) / len(data)
    return _converted(top, bottom * len(data), _kind(data))


def fmean(data, weights=None):
    data = _needed(data, 'fmean requires at least one data point')
    if weights is None:
        return _fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    whole = _fsum(weights)
    if not whole:
        raise StatisticsError('sum of weights must be non-zero')
    return _fsum([a * b for a, b in zip(data, weights)]) / whole


def geometric_mean(data):
    data = [one for one in data]
    logarithms, zero = [], False
    for one in data:
        if one > 0.0 or one != one:
            logarithms.append(_log(one))
        elif one == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', one)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    total = _fsum(logarithms)
    if zero:
        return _nan if total != total or total == _inf else 0.0
    return exp(total / len(data))


def harmonic_mean(data, weights=None):
    data = _needed(list(data), 'harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if not hasattr(type(data[0]), '__float__'):
            raise TypeError('unsupported type')
        _not_negative(data[0])
        return data[0]
    if weights is None:
        weights, whole = [1] * len(data), (len(data), 1)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
        whole = _exact_sum([_not_negative(weight) for weight in weights])
    try:
        parts = [weight / _not_negative(one) if weight else 0 for one, weight in zip(data, weights)]
    except ZeroDivisionError:
        return 0
    try:
        top, bottom = _exact_sum(parts)
    except _Inexact:
        return whole[0] / whole[1] / sum(parts)
    if top <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _converted(whole[0] * bottom, whole[1] * top, _kind(parts))


def _not_negative(value):
    if value < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    return value


def median(data):
    data = sorted(_needed(list(data), 'no median for empty data'))
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = sorted(_needed(list(data), 'no median for empty data'))
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(_needed(list(data), 'no median for empty data'))
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(_needed(list(data), 'no median for empty data'))
    middle = data[len(data) // 2]
    below = _bisect_left(data, middle)
    count = data.count(middle)
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return middle - interval / 2.0 + interval * (len(data) / 2 - below) / count


def multimode(data):
    counts = {}
    for one in data:
        counts[one] = counts.get(one, 0) + 1
    most = max(counts.values(), default=0)
    return [one for one, count in counts.items() if count == most]


def mode(data):
    found = multimode(data)
    if not found:
        raise StatisticsError('no mode for empty data')
    return found[0]


# Spreads: the sum of the squared distances from the mean, or from a given centre, over a number of data.


def _spread(data, center, over):
    # (numerator, denominator)
    count = len(data)
    if center is not None:
        a, b = _ratio(center)
        top, bottom = _exact_sum_of([(_ratio(one), (a, b)) for one in data])
        return top, bottom * over
    a, b = _exact_sum(data)
    squares_top, squares_bottom = 0, 1
    by_denominator = {}
    for one in data:
        x, y = _ratio(one)
        by_denominator[y * y] = by_denominator.get(y * y, 0) + x * x
    for y, x in by_denominator.items():
        squares_top, squares_bottom = squares_top * y + x * squares_bottom, squares_bottom * y
    top = squares_top * count * b * b - a * a * squares_bottom
    return top, squares_bottom * count * b * b * over


def _exact_sum_of(pairs):
    top, bottom = 0, 1
    for (a, b), (c, d) in pairs:
        x, y = a * d - c * b, b * d
        top, bottom = top * y * y + x * x * bottom, bottom * y * y
    return top, bottom


def _spread_of(data, center, what, least, sample):
    data = [one for one in data]
    if len(data) < least:
        # What is no number is said first.
        _exact_sum(data)
    data = _needed(data, f'{what} requires at least {"two data points" if least == 2 else "one data point"}', least)
    return (*_spread(data, center, len(data) - (1 if sample else 0)), _kind(data))


def variance(data, xbar=None):
    data = [one for one in data]
    try:
        return _converted(*_spread_of(data, xbar, 'variance', 2, True))
    except _Inexact:
        return sum(data)


def pvariance(data, mu=None):
    data = [one for one in data]
    try:
        return _converted(*_spread_of(data, mu, 'pvariance', 1, False))
    except _Inexact:
        return sum(data)


def _root(top, bottom, kind):
    # The square root, rounded once: the whole part of a large enough multiple, made odd where there is a rest.
    if kind is not int and kind is not float:
        return (kind(top) / kind(bottom)).sqrt() if hasattr(kind, 'sqrt') else _root(top, bottom, float)
    if not top:
        return 0.0
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        bottom <<= 2 * shift
    else:
        top <<= -2 * shift
    whole = _isqrt(top // bottom)
    whole |= whole * whole * bottom != top
    return float(whole << shift) if shift >= 0 else whole / (1 << -shift)


def _finite_spread_of(data, center, what, least, sample):
    try:
        return _spread_of(data, center, what, least, sample)
    except _Inexact:
        raise ValueError('inf or nan encountered in data') from None


def stdev(data, xbar=None):
    return _root(*_finite_spread_of(data, xbar, 'stdev', 2, True))


def pstdev(data, mu=None):
    return _root(*_finite_spread_of(data, mu, 'pstdev', 1, False))


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(_needed(list(data), 'must have at least one data point'))
    count = len(data)
    if count == 1:
        return data * (n - 1)
    found = []
    for index in range(1, n):
        if method == 'inclusive':
            place, rest = divmod(index * (count - 1), n)
            place += 1
        elif method == 'exclusive':
            place = min(max(index * (count + 1) // n, 1), count - 1)
            rest = index * (count + 1) - place * n
        else:
            raise ValueError(f'Unknown method: {method!r}')
        found.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
    return found


# Two series.


def _both(x, y, what):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return x, y


def _centered(x):
    center = _fsum(x) / len(x)
    return [one - center for one in x], center


def _products(x, y):
    from math import sumprod
    return sumprod(x, y)


def covariance(x, y, /):
    x, y = _both(x, y, 'covariance')
    return _products(_centered(x)[0], _centered(y)[0]) / (len(x) - 1)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, place = [0.0] * len(data), 0
    while place < len(order):
        end = place
        while end < len(order) and data[order[end]] == data[order[place]]:
            end += 1
        for index in order[place:end]:
            ranks[index] = (place + end + 1) / 2
        place = end
    return ranks


def correlation(x, y, /, *, method='linear'):
    x, y = _both(x, y, 'correlation')
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    x, y = _centered(x)[0], _centered(y)[0]
    both, xx, yy = _products(x, y), _products(x, x), _products(y, y)
    if not xx or not yy:
        raise StatisticsError('at least one of the inputs is constant')
    return both / _sqrt(xx * yy)


LinearRegression = namedtuple('LinearRegression', ['slope', 'intercept'], module='statistics')


def linear_regression(x, y, /, *, proportional=False):
    x, y = _both(x, y, 'linear regression')
    if proportional:
        middle_x = middle_y = 0.0
        left, right = [float(one) for one in x], y
    else:
        (left, middle_x), (right, middle_y) = _centered(x), _centered(y)
    below = _products(left, left)
    if not below:
        raise StatisticsError('x is constant')
    slope = _products(left, right) / below
    return LinearRegression(slope=slope, intercept=0.0 if proportional else middle_y - slope * middle_x)


# Polynomials of Wichura's algorithm AS 241, the highest power first: above and below the line, for the middle, the
# shoulders and the tails of the distribution.
_MIDDLE = ((2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
            1971.5909503065513, 133.14166789178438, 3.3871328727963665),
           (5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
            687.1870074920579, 42.31333070160091, 1.0))
_SHOULDER = ((0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
              3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835),
             (1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
              0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0))
_TAIL = ((2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784, 0.026532189526576124,
          0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103),
         (2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05, 0.0007868691311456133,
          0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1.0))


def _polynomial(factors, x):
    value = factors[0]
    for factor in factors[1:]:
        value = value * x + factor
    return value


def _percentage_point(p, mu, sigma):
    # The value below which the share `p` of a normal distribution lies.
    apart = p - 0.5
    if fabs(apart) <= 0.425:
        above, below = _MIDDLE
        r = 0.180625 - apart * apart
        return mu + _polynomial(above, r) * apart / _polynomial(below, r) * sigma
    r = _sqrt(-_log(p if apart <= 0.0 else 1.0 - p))
    (above, below), r = (_SHOULDER, r - 1.6) if r <= 5.0 else (_TAIL, r - 5.0)
    x = _polynomial(above, r) / _polynomial(below, r)
    return mu + (-x if apart < 0.0 else x) * sigma


class NormalDist:
    __slots__ = ('_mu', '_sigma')

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(float(mean(data)), float(stdev(data)))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        import random
        source = random if seed is None else random.Random(seed)
        return [_percentage_point(source.random(), self._mu, self._sigma) for _ in range(n)]

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _percentage_point(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(place / n) for place in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        narrow, wide = sorted((self, other), key=lambda one: (one._sigma, one._mu))
        small, large = narrow.variance, wide.variance
        if not small or not large:
            raise StatisticsError('overlap() not defined when sigma is zero')
        apart = fabs(wide._mu - narrow._mu)
        more = large - small
        if not more:
            return erfc(apart / (2.0 * narrow._sigma * _sqrt(2.0)))
        middle = narrow._mu * large - wide._mu * small
        reach = narrow._sigma * wide._sigma * _sqrt(apart * apart + more * _log(large / small))
        # Where the two curves cross.
        left, right = (middle + reach) / more, (middle - reach) / more
        return 1.0 - (fabs(wide.cdf(left) - narrow.cdf(left)) + fabs(wide.cdf(right) - narrow.cdf(right)))

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        apart = x - self._mu
        return exp(apart * apart / (-2.0 * variance)) / _sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * erfc((self._mu - x) / (self._sigma * _sqrt(2.0)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def _moved(self, other, sign):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + sign * other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + sign * other, self._sigma)

    def __add__(self, other):
        return self._moved(other, 1)

    __radd__ = __add__

    def __sub__(self, other):
        return self._moved(other, -1)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'


def kde(data, h, kernel='normal', *, cumulative=False):
    from _statistics_kernels import kde
    return kde(data, h, kernel, cumulative=cumulative)


def kde_random(data, h, kernel='normal', *, seed=None):
    from _statistics_kernels import kde_random
    return kde_random(data, h, kernel, seed=seed)
