# A weak reference to a function calls back when the function goes, as one to an instance does.
import gc
import weakref

kept = []


def connect(receiver, name):
    kept.append(weakref.ref(receiver, lambda reference: print(name, 'is gone', reference() is None)))
    return receiver


connect(lambda: 1, 'a lambda that nobody keeps')
print('next')
held = connect(lambda: 2, 'a lambda with a name')
print(held())
held = None
print('next')


def outer():
    number = 3

    def inner():
        return number

    def recursive(depth):
        return depth and recursive(depth - 1)

    connect(inner, 'a closure')
    connect(recursive, 'a recursive closure')
    print(inner(), recursive(2))


outer()
print('after outer')
gc.collect()
print('after the collection')


def module_level():
    pass


connect(module_level, 'a function of the module')
kept.append(weakref.finalize(module_level, print, 'finalized'))
del module_level
print([reference for reference in kept if isinstance(reference, weakref.ref) and reference()], kept[-1].alive)
last = lambda: 4
connect(last, "one whose reference goes first")
kept.clear()
del last
print("end")
