"""What a single dispatch method is when it is looked at: its text, its names, its annotations, and forward references."""

from functools import lru_cache, singledispatch, singledispatchmethod
import pickle


class Store:
    @singledispatchmethod
    def show(self, item):
        """Show it."""
        return f"something {item}"

    @show.register
    def _(self, item: int):
        return f"number {item}"

    @singledispatchmethod
    @classmethod
    def make(cls, source: str) -> "Store":
        return f"{cls.__name__} of {source}"

    @make.register
    @classmethod
    def _(cls, source: int):
        return f"{cls.__name__} number {source}"

    def __repr__(self):
        return "<store>"


store = Store()
print(store.show(1), store.show("x"), Store.make(3), store.make("y"))
print(Store.__dict__["show"])
print(Store.show)
print(store.show, Store.make)
print(type(store.show).__name__, store.show.__name__, store.show.__qualname__, store.show.__doc__, store.show.__module__)
print(Store.make.__annotations__, store.show is store.show, hasattr(store.show, "dispatch"))
for call in (store.show, Store.make):
    try:
        call()
    except TypeError as error:
        print(error)
try:
    store.show.missing
except AttributeError as error:
    print(repr(error))


@singledispatch
def size(item):
    return "unknown"


@size.register
def _(item: int, unit: Later = None):
    return "int"


print(size(3), size("3"))
for wrong in (lambda item: 0, None):
    try:
        @size.register
        def _(item: "Missing"):
            pass
    except TypeError as error:
        print(error)


@lru_cache
def square(n):
    return n * n


print(pickle.loads(pickle.dumps(square)) is square, square.__reduce__())
