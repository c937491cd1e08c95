class Root:
    def __init__(self, **kwargs):
        print("Root", kwargs)

    def hello(self):
        return "root"


class Left(Root):
    def __init__(self, left=None, **kwargs):
        print("Left", left)
        super().__init__(**kwargs)

    def hello(self):
        return "left>" + super().hello()


class Right(Root):
    def __init__(self, right=None, **kwargs):
        print("Right", right)
        super().__init__(**kwargs)

    def hello(self):
        return "right>" + super().hello()


class Both(Left, Right):
    def hello(self):
        return "both>" + super(Both, self).hello()

    @classmethod
    def create(cls):
        return super().__new__(cls)


Both(left=1, right=2, other=3)
b = Both.create()
print(b.hello(), Both.__mro__[1:3], super(Left, b).hello(), Left.hello(b))
print(Both.__subclasses__(), Root.__subclasses__(), Both.__base__.__name__, isinstance(b, Right))
b.__class__ = Right
print(b.hello(), type(b).__name__)


class Mixin:
    def describe(self):
        return f"{type(self).__name__} {self.name}"


class Named(Mixin):
    name = "class attribute"


n = Named()
print(n.describe(), n.__dict__)
n.name = "instance"
print(n.describe(), Named.name, n.__dict__)
del n.name
print(n.describe())
