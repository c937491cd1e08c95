class Empty:
    pass


class Documented:
    """A docstring."""

    attribute = 1
    other: int
    third: int = 3

    def method(self):
        return self.attribute

    @property
    def prop(self):
        return 1

    @staticmethod
    def static(): return 2

    class Inner:
        x = 5


class Child(
    Documented,
):
    if True:
        y = 6

    def __init__(self):
        super().__init__()
        self.z = 1


c = Child()
c.method()
c.prop
c.static()
