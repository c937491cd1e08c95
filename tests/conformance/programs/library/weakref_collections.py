import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name!r})"

    def shout(self):
        return self.name.upper()


a, b, c = Node("a"), Node("b"), Node("c")
first = weakref.ref(a, lambda reference: print("first callback", reference() is None))
second = weakref.ref(a, lambda reference: print("second callback"))
values = weakref.WeakValueDictionary(a=a, b=b)
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
members = weakref.WeakSet([a, b, c])
stand_in = weakref.proxy(b)
method = weakref.WeakMethod(b.shout)
print(dict(values), dict(keys), sorted(node.name for node in members), stand_in.name, method()())
finalizer = weakref.finalize(b, print, "b is finalized", "with", end="!\n")
print(finalizer.alive, finalizer.peek()[2])
del a
print(sorted(values), len(keys), len(members), first())
stand_in.name = "renamed"
print(b, "b" in values, b in keys, b in members)
del b
print(finalizer.alive, method(), list(values.items()), list(keys.items()))
try:
    stand_in.name
except ReferenceError as error:
    print(error)
for value in (5, "text", (1,), None, [1]):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
late = weakref.finalize(c, print, "c at exit")
print(late.atexit, values.get("nothing", "default"), weakref.ref(c) == weakref.ref(c), repr(weakref.ref(c))[:9])
del members
