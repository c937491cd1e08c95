"""`__call__`, `__new__` and `__init__` that are no plain functions: bound methods, class and static methods, descriptors."""
import functools
import inspect


def told(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Bound:
    def __get__(self, instance, owner=None):
        return lambda *args: (type(instance).__name__, owner.__name__, args)


class Other:
    def call(self, value):
        return "other", value


def calls():
    class Partial:
        __call__ = functools.partialmethod(lambda self, first, second: (first, second), 2)

    class OfClass:
        @classmethod
        def __call__(cls, value):
            return cls.__name__, value

    class Static:
        @staticmethod
        def __call__(value):
            return value

    class Descriptor:
        __call__ = Bound()

    class Method:
        __call__ = Other().call

    class BuiltIn:
        __call__ = ":".join

    class Property:
        @property
        def __call__(self):
            return lambda value: [value]

    for kind in (Partial, OfClass, Static, Descriptor, Method, BuiltIn, Property):
        print(kind.__name__, told(kind(), "ab"), told(kind()))


def metaclasses():
    def make(name, call):
        meta = type(name, (type,), {"__call__": call})
        return meta("Made", (), {})

    print(told(make("OfClass", classmethod(lambda meta, value: (meta.__name__, value))), 1))
    print(told(make("Static", staticmethod(lambda value: value)), 1))
    print(told(make("Descriptor", Bound()), 1))
    print(told(make("Method", Other().call), 1))


def makers():
    class OfClass:
        @classmethod
        def __new__(cls, *args):
            return cls.__name__, args

    class Partial:
        __new__ = functools.partial(lambda first, cls, value: (first, cls.__name__, value), "first")

    class Initialized:
        @classmethod
        def __init__(cls, value):
            cls.value = value

    class Later:
        __init__ = functools.partialmethod(lambda self, first, second: setattr(self, "value", (first, second)), 1)

    print(told(OfClass, 1), told(Partial, 1), told(Initialized, 3).value, told(Later, 2).value)


def wrapped():
    pass


calls()
metaclasses()
makers()
wrapped.__wrapped__ = wrapped
print(told(inspect.unwrap, wrapped).partition(" <")[0])
