"""Weak references in detail: hashes, methods, proxies that calculate, unions of weak dictionaries."""
import re
import weakref
from operator import abs as absolute, __add__ as plus


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __hash__(self):
        return hash(self.amount)

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.amount

    def __add__(self, other):
        return Money(self.amount + getattr(other, "amount", other))

    __radd__ = __add__

    def __matmul__(self, other):
        return f"{self.amount} at {other}"

    def __reversed__(self):
        return iter(str(self.amount)[::-1])

    def __bytes__(self):
        return bytes([self.amount])

    def show(self):
        return f"<{self.amount}>"


money = Money(42)
reference = weakref.ref(money)
print(hash(reference) == hash(42), reference == weakref.ref(Money(42)), reference is weakref.ref(money))
print(re.sub("0x[0-9a-f]+", "0x", repr(reference)))
proxy = weakref.proxy(money)
print(proxy is weakref.proxy(money), weakref.getweakrefcount(money), (proxy + 1).amount, (1 + proxy).amount)
print(proxy @ 3, list(reversed(proxy)), bytes(proxy), proxy.show(), (proxy + proxy).amount)
print(re.sub("0x[0-9a-f]+", "0x", repr(proxy)), type(proxy).__name__)
try:
    next(proxy)
except TypeError as error:
    print(error)

method = weakref.WeakMethod(money.show, lambda gone: print("gone", gone() is None))
print(method()(), isinstance(method, weakref.ref), method == weakref.WeakMethod(money.show))
del money
print(method(), reference())
try:
    proxy.amount
except ReferenceError as error:
    print(error)
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)

one, two = Money(1), Money(2)
values = weakref.WeakValueDictionary({"one": one}) | {"two": two}
print(type(values).__name__, sorted(values), sorted({"zero": two} | values))
keys = weakref.WeakKeyDictionary({one: "first"})
keys |= {two: "second"}
print(keys[Money(1)], Money(2) in keys, len(keys))
del two
print(sorted(values), len(keys))
print(absolute(-3), plus(2, 3))
