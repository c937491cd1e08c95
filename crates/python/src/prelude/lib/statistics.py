# Averages and spreads.

from math import fsum as _fsum, sqrt as _sqrt


class StatisticsError(ValueError):
    pass


def _needed(data, what, least=1):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(what)
    return data


def _exact(total, count):
    if isinstance(total, int):
        return total // count if total % count == 0 else total / count
    return total / count


def _sum(data):
    return sum(data) if all([isinstance(one, int) for one in data]) else _fsum(data)


def mean(data):
    data = _needed(data, 'mean requires at least one data point')
    return _exact(_sum(data), len(data))


def fmean(data, weights=None):
    data = _needed(data, 'fmean requires at least one data point')
    if weights is not None:
        weights = list(weights)
        return _fsum([a * b for a, b in zip(data, weights)]) / _fsum(weights)
    return _fsum(data) / len(data)


def median(data):
    data = sorted(_needed(data, 'no median for empty data'))
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = sorted(_needed(data, 'no median for empty data'))
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(_needed(data, 'no median for empty data'))
    return data[len(data) // 2]


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


def _squares(data, center):
    count, total = len(data), _sum(data)
    if center is None and isinstance(total, int):
        return _exact(sum([(one * count - total) ** 2 for one in data]), count * count)
    center = total / count if center is None else center
    return _fsum([(one - center) ** 2 for one in data])


def pvariance(data, mu=None):
    data = _needed(data, 'pvariance requires at least one data point')
    return _exact(_squares(data, mu), len(data))


def variance(data, xbar=None):
    data = _needed(data, 'variance requires at least two data points', 2)
    return _exact(_squares(data, xbar), len(data) - 1)


def pstdev(data, mu=None):
    return _sqrt(pvariance(data, mu))


def stdev(data, xbar=None):
    data = _needed(data, 'stdev requires at least two data points', 2)
    return _sqrt(variance(data, xbar))


def quantiles(data, *, n=4, method='exclusive'):
    data = sorted(_needed(data, 'must have at least one data point'))
    count = len(data)
    found = []
    for index in range(1, n):
        if method == 'inclusive':
            place, rest = divmod(index * (count - 1), n)
            found.append((data[place] * (n - rest) + data[min(place + 1, count - 1)] * rest) / n)
        else:
            place = min(max(index * (count + 1) // n, 1), count - 1)
            rest = index * (count + 1) - place * n
            found.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
    return found
