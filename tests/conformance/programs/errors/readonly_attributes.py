"""Attributes of built-in objects that cannot be set: which message tells so depends on how CPython keeps them."""
import types


class Plain:
    __slots__ = ()

    @property
    def computed(self):
        return 1

    @classmethod
    def made(cls):
        return cls()

    def method(self):
        pass


def function():
    yield


group = ExceptionGroup("two", [ValueError(1)])
OBJECTS = (
    (range(3), "start stop step"), (slice(1), "start stop"), (1j, "real imag"), (5, "real numerator"), (0.5, "real"),
    (group, "message exceptions"), (function.__code__, "co_name co_consts co_varnames co_argcount"),
    (function, "__closure__ __globals__"), (function(), "gi_code gi_frame gi_running"),
    (Plain.__dict__["computed"], "fget fset"), (Plain.__dict__["made"], "__func__"), (Plain().method, "__func__ __self__"),
    (Plain, "__mro__ __dict__ __base__"), (Plain(), "computed method nothing"), (memoryview(b"a"), "readonly nbytes"),
)
for thing, names in OBJECTS:
    for name in names.split():
        try:
            setattr(thing, name, getattr(thing, name, None))
            print(type(thing).__name__, name, "was set")
        except (AttributeError, TypeError) as e:
            print(type(thing).__name__, name, type(e).__name__, e)
try:
    from types import NoSuchName
except ImportError as e:
    print(e.name, e.path == types.__file__, e.name_from)
