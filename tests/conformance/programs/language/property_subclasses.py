# Classes below property: what they add to its methods counts, and what their __init__ hands on.
import functools


class Logged(property):
    """A property that tells of each access."""

    def __init__(self, fget, label="value", *more):
        self.label = label
        super().__init__(lambda owner: (label, fget(owner)), *more)

    def __get__(self, owner, kind=None):
        if owner is None:
            return self
        print("reading", self.label)
        return super().__get__(owner, kind)

    def __set__(self, owner, value):
        print("writing", self.label, value)
        super().__set__(owner, value)


def checked(name, kind):
    class Checked(property):
        def __init__(self):
            super().__init__(self.read, self.write, doc=f"{name} is {kind.__name__}")

        def read(self, owner):
            return vars(owner)[name]

        def write(self, owner, value):
            if not isinstance(value, kind):
                raise TypeError(f"{name} must be {kind.__name__}, not {type(value).__name__}")
            vars(owner)[name] = value
    return Checked()


class OnClass(property):
    def __get__(self, owner, kind):
        return super().__get__(kind)


class Gauge:
    @Logged
    def level(self):
        "How full it is."
        return 3

    limit = Logged(lambda self: 10, "limit")
    unit = checked("unit", str)

    @OnClass
    def title(cls):
        return cls.__name__.lower()


gauge = Gauge()
print(gauge.level, gauge.limit, Gauge.level.label, Gauge.title, gauge.title)
gauge.unit = "l"
print(gauge.unit, vars(gauge))
for action in (
    lambda: setattr(gauge, "unit", 5), lambda: setattr(gauge, "level", 5), lambda: delattr(gauge, "unit"),
    lambda: property(1, 2, 3, 4, 5), lambda: property(fgett=1),
):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(Gauge.unit.__doc__, "|", vars(Gauge)["title"].__doc__, "|", Logged.__doc__, "|", vars(Gauge)["level"].fset)


def local_class():
    class Inner:
        __slots__ = ("slot", "other")
        fixed = property(lambda self: 1)
        blank = property()
    return Inner()


for action in (
    lambda one: setattr(one, "fixed", 2), lambda one: one.blank, lambda one: delattr(one, "fixed"), lambda one: one.slot,
):
    try:
        action(local_class())
    except AttributeError as error:
        print(error)


class Parent:
    @functools.cached_property
    def slow(self):
        print("computing")
        return 42

    @property
    def name(self):
        return "parent"

    @name.setter
    def name(self, value):
        print("parent's setter", value)


class Child(Parent):
    @Parent.name.getter
    def name(self):
        return "child of " + super().name

    @property
    def slow(self):
        return super().slow + 1


child = Child()
child.name = "new"
print(child.name, child.slow, child.slow, vars(child))
