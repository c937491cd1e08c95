"""A union of types has a name, for those who say which type they expected."""
import typing


def checked(value, expected):
    if not isinstance(value, expected):
        raise TypeError(f"expected {expected.__name__} ({expected}), got {value!r}")
    return value


print((int | None).__name__, (int | str).__qualname__, typing.Optional[int].__name__, typing.Union.__name__)
print(checked(None, int | None), getattr(int | None, "__name__", "no name"), (int | str).__module__)
for name in ("__origin__", "__args__", "__parameters__"):
    print(name, getattr(int | str, name))
for wrong in (lambda: checked("x", int | None), lambda: (int | str).nope, lambda: (int | str)._name):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(error)
