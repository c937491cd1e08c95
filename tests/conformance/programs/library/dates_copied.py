"""Zones of a script's own in copies and pickles, moments that come twice, and slices of iterators by what counts as a number."""

import copy
import pickle
from datetime import datetime, timedelta, timezone, tzinfo
from itertools import count, islice


class Zone(tzinfo):
    def __init__(self, hours=0, name="?"):
        self.hours, self.name = hours, name

    def utcoffset(self, moment):
        return timedelta(hours=self.hours)

    def dst(self, moment):
        return timedelta(0)

    def tzname(self, moment):
        return self.name


class Asked(Zone):
    def __getinitargs__(self):
        return self.hours, self.name


class Slotted(tzinfo):
    __slots__ = ("kept",)


for zone in (Zone(3, "a"), Asked(4, "b")):
    moment = copy.deepcopy(datetime(2024, 1, 1, tzinfo=zone))
    print(copy.copy(zone).name, moment, moment.tzinfo is zone, pickle.loads(pickle.dumps(zone)).hours, zone.__reduce__()[1:])
slotted = Slotted()
slotted.kept = 1
print(copy.copy(slotted).kept, slotted.__reduce__()[1:])
fixed = timezone(timedelta(hours=2), "X")
print(copy.copy(fixed), copy.deepcopy({"at": datetime(2024, 1, 1, tzinfo=fixed)}))
print(copy.copy(timezone.utc) is timezone.utc)
twice = datetime(2024, 10, 27, 2, 30, fold=1)
print(pickle.loads(pickle.dumps(twice)).fold, copy.copy(twice).fold, copy.deepcopy(twice.timetz()).fold)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(list(islice(range(20), Index(2), Index(12), Index(3))), list(islice(count(), Index(3))), list(islice("abc", True)))
for bounds in ((-1,), (0, 1, 0), ("a",), (1.5,), (Index(-1),)):
    try:
        print(list(islice("abc", *bounds)))
    except (TypeError, ValueError) as error:
        print(error)
