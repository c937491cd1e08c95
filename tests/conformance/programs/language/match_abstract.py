# What counts as a sequence or a mapping in a pattern: abstract base classes decide, also by registration.
from array import array
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from collections.abc import Mapping, MutableSequence, Sequence
from types import MappingProxyType


class Deck(Sequence):
    def __init__(self, *cards):
        self.cards = cards

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        return self.cards[index]


class Settings(Mapping):
    def __init__(self, **values):
        self.values_ = values

    def __getitem__(self, key):
        return self.values_[key]

    def __iter__(self):
        return iter(self.values_)

    def __len__(self):
        return len(self.values_)


class Loose:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return index * 10


class Taken(Loose):
    pass


MutableSequence.register(Taken)


class Late:
    def get(self, key, default=None):
        return {"kind": "late"}.get(key, default)

    def __len__(self):
        return 1

    def keys(self):
        return ["kind"]

    def __getitem__(self, key):
        return {"kind": "late"}[key]


def kind(subject):
    match subject:
        case []:
            return "nothing"
        case [only]:
            return f"one: {only}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"kind": found, **rest}:
            return f"a {found} with {rest}"
        case {}:
            return "a mapping"
        case _:
            return "neither"


for subject in (Deck(), Deck("ace"), Deck(1, 2, 3), deque("xyz"), UserList([4, 5]), array("i", [7, 8]), range(3),
                Settings(kind="file", size=3), Settings(), UserDict(kind="user"), ChainMap({"kind": "chain"}),
                Counter("aab"), OrderedDict(kind=1), defaultdict(int), MappingProxyType({"kind": "proxy"}),
                Loose(), Taken(), "ab", b"ab", UserString("ab"), {1, 2}, iter([1])):
    print(type(subject).__name__, "->", kind(subject))
print(kind(Late()))
Mapping.register(Late)
print(kind(Late()))
