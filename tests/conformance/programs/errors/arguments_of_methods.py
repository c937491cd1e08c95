"""Methods of built-in types say what is wrong with their arguments: under the name of their own class, also where several
classes share them, in the order in which CPython looks, and in its words for special methods that are called by name."""

import datetime
import heapq
import math
import re


def attempt(what, call):
    try:
        print(what, "->", repr(call()))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


table, frozen, array = {"a": 1}, frozenset({1}), bytearray(b"xy")

print("- nothing is expected")
attempt("keys", lambda: table.keys(1))
attempt("values", lambda: table.values(1, 2))
attempt("items", lambda: table.items(None))
attempt("isupper", lambda: b"A".isupper(1))
attempt("isspace", lambda: array.isspace(b" ", 2))
attempt("title", lambda: b"a b".title("x"))
attempt("copy of a frozenset", lambda: frozen.copy({2}))
attempt("gcd", lambda: math.gcd(4, 6, start=1))
moment, span = datetime.datetime(2024, 2, 29, 12), datetime.timedelta(hours=1)
attempt("timestamp", lambda: moment.timestamp(1))
attempt("isoweekday", lambda: moment.isoweekday(1))
attempt("date.ctime", lambda: moment.date().ctime(None))
attempt("datetime.date", lambda: moment.date(day=1))
attempt("time.dst", lambda: moment.time().dst(1))
attempt("total_seconds", lambda: span.total_seconds(1))

print("- one is expected")
attempt("issubset", lambda: frozen.issubset())
attempt("isdisjoint", lambda: {1}.isdisjoint([2], [3]))
attempt("partition", lambda: "a-b".partition())
attempt("rpartition", lambda: array.rpartition(b"x", b"y"))
attempt("join", lambda: b"-".join(3))
attempt("fromhex", lambda: bytearray.fromhex())
attempt("min", lambda: min(key=len))

print("- special methods by name")
attempt("str.__getitem__", lambda: "abc".__getitem__(0, 1))
attempt("list.__getitem__", lambda: [1].__getitem__(0, 1))
attempt("dict.__contains__", lambda: table.__contains__())
attempt("frozenset.__contains__", lambda: frozen.__contains__(1, 2))
attempt("tuple.__contains__", lambda: (1,).__contains__())
attempt("str.__format__", lambda: "a".__format__())
attempt("int.__format__", lambda: (1).__format__(2, 3))
attempt("list.__delitem__", lambda: [1].__delitem__())

print("- of another type")
attempt("find", lambda: "abc".find("a", "b"))
attempt("count", lambda: b"abc".count("a", 1.5))
attempt("list.index", lambda: [1].index(1, "a"))
attempt("rsplit", lambda: "a b".rsplit(1, "x"))
attempt("encode", lambda: "a".encode("\0"))
attempt("bytes", lambda: bytes([1], 5))
attempt("bytes of None", lambda: bytes(3, None))
attempt("bytes without", lambda: bytes(encoding="ascii"))
attempt("bytearray without", lambda: bytearray(errors="strict"))
attempt("bytes of a number", lambda: bytes(3, errors="strict"))
attempt("bytes of a text", lambda: bytes("a", errors="strict"))
attempt("center", lambda: b"a".center(5, None))
attempt("rjust", lambda: b"a".rjust(5, b"xy"))
attempt("sum", lambda: sum(1, "a"))
attempt("round", lambda: round("a", []))
attempt("%c", lambda: b"%c" % (b"ab",))
attempt("pow", lambda: math.pow(1, 2, x=3))
attempt("names of no groups", lambda: re.compile("a(b)").groupindex)
attempt("nlargest", lambda: heapq.nlargest("a", [1]))

print("- by name and by position")
attempt("positional only", lambda: (lambda a, /: a)(b=2, a=1))
attempt("unknown", lambda: (lambda a, /: a)(1, b=2))
attempt("both", lambda: (lambda a, b, /, c: a)(c=1, b=2, d=3, a=4))

print("- items of what has none")


class Pair(tuple):
    """A tuple with a name of its own."""


def delete(box):
    """Deletes its first item."""
    del box[0]


def store(box):
    """Stores its first item."""
    box[0] = 1


for box in (Pair((1, 2)), "ab", 5, 2**70, 1j, None, range(3), frozen):
    attempt(f"del {box!r}[0]", lambda: delete(box))
    attempt(f"{box!r}[0] = 1", lambda: store(box))
