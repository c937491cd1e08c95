"""`create_autospec` of a class with a class inside, and `patch.object` of what every function has."""
from unittest import mock


class Shop:
    """A shop."""

    open = "always"

    def __init__(self, name): ...

    def sell(self, what): ...

    class Till:
        def ring(self): ...


def told(function):
    try:
        return type(function()).__name__
    except (TypeError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"


for shop in (mock.create_autospec(Shop), mock.create_autospec(Shop)("x"), mock.create_autospec(Shop("x"))):
    shop.Till().ring()
    shop.Till.assert_called_with()
    shop.open.upper()
    shop.open.upper.assert_called_once_with()
    print(told(lambda: shop.Till.ring(1)), "|", told(lambda: shop.Till().ring(1)), "|", told(lambda: shop.Till().ringing))
    print(told(lambda: shop.sell()), "|", told(lambda: shop.open.nothing), "|", told(lambda: shop.close))


def count(first=1, *, second=2):
    """Counts."""
    return first + second


for name, value in [("__defaults__", (10,)), ("__kwdefaults__", {"second": 20}), ("__doc__", "Other."),
                    ("__annotations__", {"first": int}), ("__module__", "elsewhere")]:
    before = getattr(count, name)
    with mock.patch.object(count, name, value):
        print(name, getattr(count, name), count())
    print("  ", getattr(count, name) == before, count())

for mocked in (mock.Mock(spec_set=Shop), mock.MagicMock(spec_set=Shop)):
    mocked()
    mocked.sell(3)
    mocked.call_count += 1
    print(mocked.called, mocked.call_count, mocked.method_calls)
    mocked.return_value, mocked.side_effect = 4, [5]
    print(mocked(), told(lambda: setattr(mocked, "close", 1)))
with mock.patch("__main__.Shop", spec_set=True) as patched:
    instance = patched("x")
    print(told(instance), callable(instance), patched.call_args_list, told(lambda: instance.close))
