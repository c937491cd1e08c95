# What an abstract class asks of others when it is asked who is below it, and what it remembers.
import abc
import collections.abc
import traceback
import sys


class Speaker(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("  hook", cls.__name__, other.__name__)
        if cls is Speaker and any("speak" in vars(base) for base in other.__mro__):
            return True
        return NotImplemented


class Loud(Speaker):
    pass


class Dog:
    def speak(self):
        return "woof"


class Stone:
    pass


for question in (
    "issubclass(Dog, Speaker)", "isinstance(Dog(), Speaker)", "isinstance(Stone(), Speaker)",
    "isinstance(Stone(), Speaker)", "isinstance(Loud(), Speaker)", "isinstance(Dog(), Loud)", "Speaker.register(int)",
    "isinstance(3, Speaker)", "isinstance(True, Speaker)", "isinstance(True, Speaker)", "isinstance(Stone(), Speaker)",
    "issubclass(Speaker, Speaker)", "Loud.register(Stone) is Stone", "isinstance(Stone(), Speaker)",
):
    print(question)
    print("  =", eval(question))


class Table(collections.abc.MutableMapping):
    def __init__(self, **rows):
        self.rows = rows

    def __getitem__(self, key):
        print("get", key, end="; ")
        return self.rows[key]

    def __setitem__(self, key, value):
        print("set", key, end="; ")
        self.rows[key] = value

    def __delitem__(self, key):
        print("del", key, end="; ")
        del self.rows[key]

    def __iter__(self):
        print("iter", end="; ")
        return iter(self.rows)

    def __len__(self):
        print("len", end="; ")
        return len(self.rows)


table = Table(a=1, b=2, c=3)
for text in ("table.popitem()", "table.pop('c')", "table.clear()", "table.update(d=4)", "'d' in table.keys()",
             "list(table.values())", "{**table}", "table == {'d': 4}", "bool(table)"):
    print(text, "=", eval(text))


class Row:
    def __getitem__(self, index):
        return index


try:
    reversed(Row())
except TypeError as error:
    print(error)


def outer():
    inner()


def inner():
    for limit in (1, 2, -1, 0):
        print("limit", limit)
        traceback.print_stack(limit=limit, file=sys.stdout)
    print([entry.name for entry in traceback.extract_stack(limit=2)])


outer()
