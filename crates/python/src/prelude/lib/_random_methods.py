# The methods of `random.Random` for subclasses that have a `random()` or `getrandbits()` of their own: here each number
# is drawn by calling that. What a plain generator draws is in Rust, and the same.

from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import acos, ceil, cos, e, exp, fabs, floor, isfinite, lgamma, log, log2, pi, sin, sqrt
from operator import index as _index
from collections.abc import Sequence as _Sequence
import random as _random


def fit(cls):
    own = cls.__dict__
    if 'getrandbits' in own:
        below = _below_by_bits
    elif 'random' in own:
        below = _below_by_random
    else:
        return
    cls._randbelow = below
    for name, method in _METHODS.items():
        owner = next((base for base in cls.__mro__ if name in base.__dict__), None)
        if owner is _random.Random:
            setattr(cls, name, method)


def _below_by_bits(self, n):
    bits = n.bit_length()
    drawn = self.getrandbits(bits)
    while drawn >= n:
        drawn = self.getrandbits(bits)
    return drawn


def _below_by_random(self, n, maxsize=1 << 53):
    if n >= maxsize:
        import warnings
        warnings.warn('Underlying random() generator does not supply \nenough bits to choose from a population range '
                      'this large.\nTo remove the range limitation, add a getrandbits() method.')
        return floor(self.random() * n)
    rest = maxsize % n
    limit = (maxsize - rest) / maxsize
    drawn = self.random()
    while drawn >= limit:
        drawn = self.random()
    return floor(drawn * maxsize) % n


def randrange(self, start, stop=None, step=1):
    start = _index(start)
    if stop is None:
        if step != 1:
            raise TypeError('Missing a non-None stop argument')
        if start <= 0:
            raise ValueError('empty range for randrange()')
        return self._randbelow(start)
    stop, step = _index(stop), _index(step)
    if step == 0:
        raise ValueError('zero step for randrange()')
    count = len(range(start, stop, step))
    if count <= 0:
        raise ValueError(f'empty range in randrange({start}, {stop})' if step == 1
                         else f'empty range in randrange({start}, {stop}, {step})')
    return start + step * self._randbelow(count)


def randint(self, a, b):
    a, b = _index(a), _index(b)
    if b < a:
        raise ValueError(f'empty range in randint({a}, {b})')
    return a + self._randbelow(b - a + 1)


def randbytes(self, n):
    return self.getrandbits(n * 8).to_bytes(n, 'little')


def choice(self, seq):
    if not len(seq):
        raise IndexError('Cannot choose from an empty sequence')
    return seq[self._randbelow(len(seq))]


def shuffle(self, x):
    for place in reversed(range(1, len(x))):
        other = self._randbelow(place + 1)
        x[place], x[other] = x[other], x[place]


def sample(self, population, k, *, counts=None):
    if not isinstance(population, _Sequence):
        raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
    n = len(population)
    if counts is not None:
        sums = list(_accumulate(counts))
        if len(sums) != n:
            raise ValueError('The number of counts does not match the population')
        total = sums.pop() if sums else 0
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total < 0:
            raise ValueError('Counts must be non-negative')
        return [population[_bisect(sums, place)] for place in self.sample(range(total), k)]
    if not 0 <= k <= n:
        raise ValueError('Sample larger than population or is negative')
    # Few of many are drawn until they are different; otherwise what was drawn is taken out of a list.
    few = 21 + (4 ** ceil(log(k * 3, 4)) if k > 5 else 0)
    if n > few:
        taken, picked = set(), []
        for _ in range(k):
            place = self._randbelow(n)
            while place in taken:
                place = self._randbelow(n)
            taken.add(place)
            picked.append(population[place])
        return picked
    pool, picked = list(population), []
    for done in range(k):
        place = self._randbelow(n - done)
        picked.append(pool[place])
        pool[place] = pool[n - done - 1]
    return picked


def choices(self, population, weights=None, *, cum_weights=None, k=1):
    n = len(population)
    if cum_weights is None:
        if weights is None:
            n += 0.0
            return [population[floor(self.random() * n)] for _ in range(k)]
        if isinstance(weights, int):
            raise TypeError(f'The number of choices must be a keyword argument: k={weights}')
        cum_weights = list(_accumulate(weights))
    elif weights is not None:
        raise TypeError('Cannot specify both weights and cumulative weights')
    if len(cum_weights) != n:
        raise ValueError('The number of weights does not match the population')
    total = cum_weights[-1] + 0.0
    if total <= 0.0:
        raise ValueError('Total of weights must be greater than zero')
    if not isfinite(total):
        raise ValueError('Total of weights must be finite')
    return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]


def uniform(self, a, b):
    return a + (b - a) * self.random()


def triangular(self, low=0.0, high=1.0, mode=None):
    drawn = self.random()
    try:
        middle = 0.5 if mode is None else (mode - low) / (high - low)
    except ZeroDivisionError:
        return low
    if drawn > middle:
        drawn, middle = 1.0 - drawn, 1.0 - middle
        low, high = high, low
    return low + (high - low) * sqrt(drawn * middle)


def normalvariate(self, mu=0.0, sigma=1.0):
    while True:
        first = self.random()
        second = 1.0 - self.random()
        z = _random.NV_MAGICCONST * (first - 0.5) / second
        if z * z / 4.0 <= -log(second):
            return mu + z * sigma


def gauss(self, mu=0.0, sigma=1.0):
    z = self.gauss_next
    self.gauss_next = None
    if z is None:
        angle = self.random() * _random.TWOPI
        radius = sqrt(-2.0 * log(1.0 - self.random()))
        z = cos(angle) * radius
        self.gauss_next = sin(angle) * radius
    return mu + z * sigma


def lognormvariate(self, mu, sigma):
    return exp(self.normalvariate(mu, sigma))


def expovariate(self, lambd=1.0):
    return -log(1.0 - self.random()) / lambd


def vonmisesvariate(self, mu, kappa):
    if kappa <= 1e-6:
        return _random.TWOPI * self.random()
    half = 0.5 / kappa
    r = half + sqrt(1.0 + half * half)
    while True:
        z = cos(pi * self.random())
        d = z / (r + z)
        drawn = self.random()
        if drawn < 1.0 - d * d or drawn <= (1.0 - d) * exp(d):
            break
    q = 1.0 / r
    angle = acos((q + z) / (1.0 + q * z))
    return (mu + angle if self.random() > 0.5 else mu - angle) % _random.TWOPI


def gammavariate(self, alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError('gammavariate: alpha and beta must be > 0.0')
    if alpha == 1.0:
        return -log(1.0 - self.random()) * beta
    if alpha > 1.0:
        inverse = sqrt(2.0 * alpha - 1.0)
        while True:
            first = self.random()
            if not 1e-7 < first < 0.9999999:
                continue
            second = 1.0 - self.random()
            v = log(first / (1.0 - first)) / inverse
            x = alpha * exp(v)
            z = first * first * second
            r = alpha - _random.LOG4 + (alpha + inverse) * v - x
            if r + _random.SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                return x * beta
    while True:
        b = (e + alpha) / e
        p = b * self.random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
        drawn = self.random()
        if drawn <= x ** (alpha - 1.0) if p > 1.0 else drawn <= exp(-x):
            return x * beta


def betavariate(self, alpha, beta):
    y = self.gammavariate(alpha, 1.0)
    return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0


def paretovariate(self, alpha):
    return (1.0 - self.random()) ** (-1.0 / alpha)


def weibullvariate(self, alpha, beta):
    return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


def binomialvariate(self, n=1, p=0.5):
    if n < 0:
        raise ValueError('n must be non-negative')
    if p <= 0.0 or p >= 1.0:
        if p == 0.0:
            return 0
        if p == 1.0:
            return n
        raise ValueError('p must be in the range 0.0 <= p <= 1.0')
    if n == 1:
        return _index(self.random() < p)
    if p > 0.5:
        return n - self.binomialvariate(n, 1.0 - p)
    if n * p < 10.0:
        # How many failures lie before each success.
        x = y = 0
        c = log2(1.0 - p)
        if not c:
            return x
        while True:
            y += floor(log2(self.random()) / c) + 1
            if y > n:
                return x
            x += 1
    spread = sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    c = n * p + 0.5
    limit = 0.92 - 4.2 / b
    alpha = None
    while True:
        u = self.random() - 0.5
        us = 0.5 - fabs(u)
        k = floor((2.0 * a / us + b) * u + c)
        if k < 0 or k > n:
            continue
        v = self.random()
        if us >= 0.07 and v <= limit:
            return k
        if alpha is None:
            alpha = (2.83 + 5.1 / b) * spread
            lpq = log(p / (1.0 - p))
            m = floor((n + 1) * p)
            h = lgamma(m + 1) + lgamma(n - m + 1)
        if log(v * alpha / (a / (us * us) + b)) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - m) * lpq:
            return k


_METHODS = {one.__name__: one for one in (
    randrange, randint, randbytes, choice, shuffle, sample, choices, uniform, triangular, normalvariate, gauss,
    lognormvariate, expovariate, vonmisesvariate, gammavariate, betavariate, paretovariate, weibullvariate,
    binomialvariate)}
