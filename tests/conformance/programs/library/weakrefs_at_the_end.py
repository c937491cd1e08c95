"""Weak references with callbacks that live to the end keep nothing alive, and call nothing then."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def told(reference):
    print("told", reference() is None)


early, late, last = Node("early"), Node("late"), Node("last")
references = [weakref.ref(node, told) for node in (early, late)]
other = weakref.ref(last, lambda reference: print("never"))
weakref.finalize(last, print, "finalized")
del early
print([reference() is None for reference in references])
