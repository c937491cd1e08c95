"""`warnings.deprecated` on classes, those that inherit from them, functions and methods."""
import warnings

warnings.simplefilter("always")


class Plugin:
    def __init_subclass__(cls, /, tag="plain", **kwargs):
        print("hook of the base", cls.__name__, tag)
        super().__init_subclass__(**kwargs)


@warnings.deprecated("use NewReader")
class Reader(Plugin):
    pass


class CsvReader(Reader, tag="csv"):
    pass


@warnings.deprecated("Shape is gone soon", category=FutureWarning)
class Shape:
    def __init_subclass__(cls):
        print("hook of its own", cls.__name__)


class Circle(Shape):
    pass


Circle(), Shape(), CsvReader(), Reader()


@warnings.deprecated("use total()")
def add(a, b):
    return a + b


class Account:
    @warnings.deprecated("use deposit()")
    def put(self, amount):
        return amount

    @property
    @warnings.deprecated("use balance")
    def money(self):
        return 0


print(add(1, 2), add.__deprecated__, add.__name__, Account().put(3), Account().money, Reader.__deprecated__)
for wrong in (lambda: warnings.deprecated(3), lambda: format(3, None)):
    try:
        wrong()
    except TypeError as error:
        print(error)
