"""Subclasses of `str`, `int` and `float`, enums among them, are written as the text and numbers that they are."""
import json
from enum import Enum, IntEnum, StrEnum


class Status(str, Enum):
    QUEUED = "queued"
    DONE = "do\"ne"


class Level(int, Enum):
    LOW = 1


class Ratio(float, Enum):
    HALF = 0.5


class Kind(StrEnum):
    JOB = "job"


class Code(IntEnum):
    OK = 200


class Loud(str):
    def __str__(self):
        return self.upper() + "!"

    def __format__(self, spec):
        return "formatted"


class Odd(int):
    def __repr__(self):
        return "odd"

    __str__ = __repr__


job = {"status": Status.QUEUED, "level": Level.LOW, "ratio": Ratio.HALF, "kind": Kind.JOB, "code": Code.OK,
       "loud": Loud("quiet é"), "odd": Odd(7), Status.DONE: [Status.DONE, Loud()]}
print(json.dumps(job))
print(json.dumps(job, indent=1, ensure_ascii=False))
print(json.dumps({Level.LOW: 1, Ratio.HALF: 2, Kind.JOB: 3, Code.OK: 4, Loud("key"): 5, Odd(8): 6}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return Status.QUEUED if o is ... else super().default(o)


print(Encoder().encode([..., Status.DONE]), json.dumps(Status.DONE, cls=Encoder))
print(json.loads(json.dumps([Status.QUEUED, Kind.JOB])) == ["queued", "job"])
