"""`contextvars.Context` as a value: compared by what it holds, a mapping, not hashable, and no base of other classes."""
import collections.abc
import contextvars


def told(action, *args, **keywords):
    try:
        return action(*args, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


level, name = contextvars.ContextVar("level"), contextvars.ContextVar("name", default="-")
one, other = contextvars.Context(), contextvars.Context()
print(one == other, one != other, one == {}, one is other)
one.run(level.set, [1])
print(one == other, len(one))
other.run(level.set, [1])
print(one == other)
other.run(name.set, "b")
one.run(name.set, "c")
print(one == other, one == one.copy())
print(isinstance(one, collections.abc.Mapping), told(hash, one))
print(told(contextvars.Context, 1), "|", told(contextvars.Context, a=1))


class Text(str):
    __eq__ = object.__eq__


print(told(contextvars.ContextVar, Text("unhashable")))
for base in (contextvars.Context, contextvars.ContextVar, contextvars.Token):
    print(told(type, "Derived", (base,), {}))
