"""Objects as bytes and back: plain data in every protocol, instances, what refuses, and pickles with ideas of their own."""
import collections
import copyreg
import dataclasses
import datetime
import enum
import io
import pickle


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Order:
    number: int
    lines: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Fixed:
    a: int
    b: str = "q"


class Guarded:
    def __init__(self):
        self.data, self.lock = [1], object()

    def __getstate__(self):
        return {"data": self.data}

    def __setstate__(self, state):
        self.__dict__.update(state, lock="new")


class Slots:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value * 2,)


Point = collections.namedtuple("Point", "x y")
plain = [None, True, 0, 255, 256, 65536, -1, 2**31, -2**63, 10**30, 1.5, "", "é\n", "x" * 300, b"", bytearray(b"x"),
         (), (1,), (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2]}, {1}, frozenset([1]), 1j, range(3)]
for protocol in range(6):
    print(protocol, pickle.dumps(plain, protocol))
    print(pickle.loads(pickle.dumps(plain, protocol)) == plain)
for value in (Color.RED, Point(1, 2), Order(1, ["a"]), Fixed(3), int, len, KeyError("k"), collections.deque([1], 2),
              collections.Counter("aab"), collections.OrderedDict(a=1), collections.defaultdict(list, a=[1])):
    print(pickle.dumps(value), pickle.loads(pickle.dumps(value)))
for moment in (datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4, 5, 6), datetime.timedelta(1, 2)):
    print(pickle.loads(pickle.dumps(moment)) == moment)
again = pickle.loads(pickle.dumps(Guarded()))
print(again.data, again.lock, pickle.loads(pickle.dumps(Slots())).x, pickle.loads(pickle.dumps(Reduced(2))).value)
looped = [1]
looped.append(looped)
print(pickle.loads(pickle.dumps(looped)))


def local():
    class Inside:
        pass
    return Inside()


for refused in (lambda: 0, (n for n in ()), [1, {"a": (lambda: 0,)}], local(), Order(1, lambda: 2)):
    try:
        pickle.dumps(refused)
    except (TypeError, AttributeError, pickle.PicklingError) as error:
        print(type(error), str(error).split(" at 0x")[0], getattr(error, "__notes__", None))
for data in (b"", b"\x80\x05K", b"abc", b"\x80\x09.", b"(", b".", b"c__main__\nnope\n."):
    try:
        pickle.loads(data)
    except Exception as error:
        print(type(error), error)


class Named(pickle.Pickler):
    def persistent_id(self, obj):
        return "the point" if isinstance(obj, Point) else None


class Finding(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


file = io.BytesIO()
Named(file).dump([Point(1, 2), Color.RED])
file.seek(0)
print(Finding(file).load())
copyreg.pickle(Slots, lambda slots: (Slots, ()))
print(pickle.dumps(Slots()), Order(1).__reduce_ex__(4)[2])
