"""The callback of a weak reference is let go once it was called, so that nothing is kept alive at exit."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def farewell(reference):
    print("farewell to", reference(), reference.__callback__)


first, second = Node("first"), Node("second")
watching = [weakref.ref(first, farewell), weakref.ref(first, lambda reference: print("lambda", reference() is None))]
still = weakref.ref(second, lambda reference: print("never mind", reference()))
print(watching[0].__callback__ is farewell, still.__callback__ is not None)
del first
print(watching[0].__callback__, still() is second)
dropped = weakref.ref(second, farewell)
del dropped
registry = weakref.WeakValueDictionary(second=second)
print(list(registry))
