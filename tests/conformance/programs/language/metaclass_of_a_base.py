"""`type(name, bases, namespace)` makes the class that the metaclass of a base would make."""

import functools


class Recording(type):
    made = []

    def __new__(meta, name, bases, namespace, **options):
        Recording.made.append((meta.__name__, name))
        return super().__new__(meta, name, bases, namespace | {"options": options})

    def __init__(cls, name, bases, namespace, **options):
        print("init", cls, sorted(namespace), options)
        super().__init__(name, bases, namespace)


class Deeper(Recording):
    pass


class Quiet(type):
    pass


class Base(metaclass=Recording):
    pass


class Derived(Base, metaclass=Deeper, colour="red"):
    pass


made = type("Made", (Base,), {"size": 1})
print(type(made), made.size, made.options)
print(type(type("Both", (Base, Derived), {})), type(Recording("Third", (Base, Derived), {})))
print(type(type("Plain", (Quiet("Q", (), {}),), {})))
print(Recording.made)
for meta, bases in ((Recording, (Base, Quiet("Q", (), {}))), (Quiet, (Base,))):
    try:
        print(meta("Mixed", bases, {}))
    except TypeError as error:
        print(error)


class Hashless:
    """What a class gets on its own comes in this order."""

    def __eq__(self, other):
        return True


print(list(vars(Hashless)), "__dict__" in vars(object), len([name for base in Hashless.__mro__ for name in vars(base)]))


@functools.lru_cache(maxsize=None)
def cached(*args, **kwargs):
    return args


print(functools._make_key((1,), {}, False), functools._make_key(("a", 2), {}, False), functools._make_key((1.5,), {}, True))
print(cached(1), cached(1), cached("x", key=2), cached.cache_info())
