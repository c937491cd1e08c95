"""Small things of many modules: counters of mappings with names, `__replace__`, bytes in hexadecimal, logging of mappings."""
import copy
import decimal
import logging
import sys
from collections import Counter
from concurrent.futures import Future, wait
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclass
class Own:
    x: int

    def __replace__(self, **changes):
        return "its own"


print(Counter({"a": 1}, b=2), Counter(Counter("ab"), b=5), Counter({"a": 1}))
print(Point(1).__replace__(y=5), copy.replace(Point(1), x=3), copy.replace(Own(1), x=2))
try:
    Point(1).__replace__(z=1)
except TypeError as error:
    print(error)
print(bytes.fromhex(b"61 62"), bytearray.fromhex(bytearray(b"ff00")), bytes.fromhex("0A"))
for bad in (3, b"zz", "6"):
    try:
        bytes.fromhex(bad)
    except (TypeError, ValueError) as error:
        print(error)
for bits in (32, 64, 128):
    context = decimal.IEEEContext(bits)
    print(context.prec, context.Emax, context.Emin, context.clamp)
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
logging.warning("%(path)s took %(ms)d", MappingProxyType({"path": "/a", "ms": 3}))
logging.warning("%s", MappingProxyType({}))
logging.warning("%s of %s", {"a": 1}, 2)
done = Future()
done.set_result(1)
print(wait([done], return_when="WHATEVER").not_done)
