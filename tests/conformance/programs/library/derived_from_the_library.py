"""Small things of classes that scripts derive from or look at: attributes that copies keep, order, abstract properties."""

import abc
import calendar
import copy
import pickle
import queue
import warnings
from collections import OrderedDict, UserString

text = UserString("b")
print(text <= "c", text > "a", text >= UserString("b"), text < "b", sorted([UserString("y"), UserString("x")]))
try:
    text < 3
except TypeError as error:
    print(error)
ordered = OrderedDict(a=1)
ordered.note = [1]
print(copy.copy(ordered).note is ordered.note, copy.deepcopy(ordered).note, pickle.loads(pickle.dumps(ordered)).note)
print(hasattr(ordered.copy(), "note"))


class Slotted(OrderedDict):
    __slots__ = ("kept",)


slotted = Slotted(b=2)
slotted.kept, slotted.other = 5, 6
print(copy.copy(slotted).kept, copy.deepcopy(slotted).other, slotted.__reduce__()[2])


class Shape(abc.ABC):
    @abc.abstractproperty
    def area(self):
        pass

    @abc.abstractclassmethod
    def make(cls):
        pass


print(sorted(Shape.__abstractmethods__))
try:
    Shape()
except TypeError as error:
    print(error)
print(repr(queue.Empty()), repr(queue.Full("x")))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(calendar.January, [str(one.message) for one in caught])
print(repr(calendar.formatstring(["a", "b"], 5, 2)))
print(calendar.LocaleTextCalendar(6).formatmonth(2024, 2))


class Marked:
    @staticmethod
    def one(a: int):
        pass

    @classmethod
    def two(cls, b: str):
        pass


print(vars(Marked)["one"].__annotations__, vars(Marked)["two"].__annotations__)
