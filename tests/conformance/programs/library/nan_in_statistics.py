"""Infinities and what is no number among the data of `statistics`; check sums of views; copies of a UUID; empty defaultdicts."""
import binascii
import copy
import hashlib
import pprint
import statistics
import uuid
import zlib
from array import array
from collections import defaultdict

nan, inf = float("nan"), float("inf")
for name in ("mean", "fmean", "geometric_mean", "harmonic_mean", "variance", "pvariance", "stdev", "pstdev"):
    for data in ([1, nan], [1, inf], [inf, -inf], [1, 2, nan], [1, 2, 4]):
        try:
            print(name, data, getattr(statistics, name)(data))
        except (ValueError, statistics.StatisticsError) as error:
            print(name, data, type(error).__name__, error)

view = memoryview(b"abcdef")
print(zlib.crc32(view[1:]), zlib.adler32(view), binascii.crc32(view), hashlib.md5(view).hexdigest(), zlib.crc32(array("B", b"x")))
for wrong in ("x", 3):
    try:
        zlib.crc32(wrong)
    except TypeError as error:
        print(error)

number = uuid.UUID(int=7)
print(copy.copy(number) is number, copy.deepcopy([number])[0] == number, {number: 1}[copy.copy(number)])
pprint.pprint({"x": defaultdict(int), "y": defaultdict(list, {"a": [1]})}, width=30)
