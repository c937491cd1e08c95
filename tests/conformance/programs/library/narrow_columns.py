"""Text wrapped into columns narrower than its words, fractions filled with zeros, and means of nothing but zeros and NaN."""

import textwrap
from fractions import Fraction
from math import inf, nan
from statistics import geometric_mean, stdev, variance

text = 'Did you say "supercalifragilisticexpialidocious?" How do you spell that odd word, anyways?'
for width in (2, 3, 4, 6, 12):
    print(textwrap.wrap(text, width, max_lines=9, placeholder="~"))
    print(textwrap.wrap(text[:40], width, subsequent_indent=".", break_on_hyphens=False))
price = Fraction(-6172839, 5000)
for spec in ("0=12,.2f", "0=14,", "0=+12,.1f", "x=14,.3e", "012,.2f", "0>12,.2f", "0=12,.1%"):
    print(spec, format(price, spec), format(abs(price), spec))
print(repr(format(Fraction(1, 3), "\n>8.2f")))


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Ratio:
    def __init__(self, ratio):
        self.ratio = ratio

    def as_integer_ratio(self):
        return self.ratio


for ratio in ((3, 6), (1, 2, 3), (1,), None):
    attempt(Fraction, Ratio(ratio))
for data in ([0, nan], [nan, 0], [0.0, inf], [0, 5], [-1, nan], ["a", 1]):
    attempt(geometric_mean, data)
attempt(variance, [None])
attempt(stdev, ["a"])
