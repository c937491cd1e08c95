import types
import weakref

print(type(lambda: 0), types.FunctionType is type(lambda: 0), types.GeneratorType, types.CoroutineType, types.NoneType)
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [2]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[2]))
view = types.MappingProxyType({"k": 1})
try:
    view["k"] = 2
except TypeError as error:
    print(error)


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name


thing = Thing("t")
ref = weakref.ref(thing, lambda r: print("gone"))
values = weakref.WeakValueDictionary(key=thing)
method = types.MethodType(lambda self, n: (self.name, n), thing)
print(ref() is thing, "key" in values, method(5), weakref.proxy(thing).name)
finalizer = weakref.finalize(thing, print, "finalized")
del method, thing
print(ref(), len(values), finalizer.alive)
try:
    weakref.ref(5)
except TypeError as error:
    print(error)
Dynamic = type("Dynamic", (Thing,), {"extra": 1})
print(Dynamic("d").method(), Dynamic.extra, types.new_class("New", (), {}).__name__)
