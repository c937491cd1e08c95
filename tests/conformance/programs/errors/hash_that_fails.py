"""A `__hash__` of the script's that raises: what dicts and sets make of a TypeError, and of any other exception."""

import functools
from dataclasses import dataclass


class Refused(TypeError):
    pass


class Key:
    def __init__(self, error):
        self.error = error

    def __hash__(self):
        raise self.error

    def __repr__(self):
        return "key"


class Unhashable:
    __hash__ = None


class Borrowed:
    def __hash__(self):
        return hash(["a list"])


class Worded:
    def __hash__(self):
        return "a word"


@dataclass(frozen=True)
class Point:
    xs: list


@functools.cache
def cached(value):
    return value


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error, repr(error.__context__), repr(error.__cause__))


USES = {
    "display": lambda key: {key: 1},
    "set": lambda key: {key},
    "lookup": lambda key: {}[key],
    "get": lambda key: {}.get(key),
    "in dict": lambda key: key in {},
    "in set": lambda key: key in set(),
    "pop of nothing": lambda key: {}.pop(key, "nothing"),
    "pop": lambda key: {1: 1}.pop(key, "nothing"),
    "setdefault": lambda key: {}.setdefault(key, 1),
    "in tuple": lambda key: {(1, key): 1},
    "tuple in set": lambda key: {(key,)},
    "pairs": lambda key: dict([(key, 1)]),
    "union": lambda key: {1} | {key},
    "hash": hash,
    "hash of tuple": lambda key: hash((key,)),
    "cache": cached,
}
for error in (TypeError("not today"), Refused("not this one"), LookupError("elsewhere")):
    for name, use in USES.items():
        attempt(name, lambda: use(Key(error)))
for key in (Unhashable(), Borrowed(), Worded(), Point([]), [1], (1, [2]), {1: 2}, {3}):
    attempt(type(key).__name__, lambda: {key: 1})
    attempt(type(key).__name__, lambda: cached(key))
