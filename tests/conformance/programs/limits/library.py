"""What modules of the library do not do here."""
import glob
import unittest
import weakref
from collections import Counter


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


class Loud:
    def __init__(self, log):
        self.log = log

    def __hash__(self):
        self.log.append("hash")
        return 1

    def __eq__(self, other):
        return True


def made(log):
    for _ in range(2):
        log.append("made")
        yield Loud(log)


def read():
    log = []
    set(made(log))
    return log


def counted():
    log = []
    Counter([Loud(log)])
    return log


def imported(name):
    return lambda: __import__(name).__name__


told("the order of a set's making", read)
told("hashes of what is counted", counted)
told("marshal", imported("marshal"))
told("pdb", imported("pdb"))
told("a translated pattern", lambda: glob.translate("*.py") != "")
told("references to a function", lambda: [weakref.getweakrefcount(read), weakref.ref(read), weakref.getweakrefcount(read)][2])
told("tests found in files", lambda: unittest.TestLoader().discover(".").countTestCases())
