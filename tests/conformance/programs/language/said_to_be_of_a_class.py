"""What an object says that its class is, through `__class__` or `__getattribute__`: `isinstance`, `super` and `match` ask it."""


class Logged:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattribute__(self, name):
        if name == "target":
            return object.__getattribute__(self, name)
        print("  asked for", name)
        return getattr(object.__getattribute__(self, "target"), name)


class Base:
    def hello(self):
        return "base"


class Derived(Base):
    def hello(self):
        return super(Derived, self).hello() + " derived"


class Claims:
    @property
    def __class__(self):
        return Derived


proxy = Logged(Derived())
print(isinstance(proxy, Derived), isinstance(proxy, Base))
print(isinstance(proxy, Logged), isinstance(proxy, (int, str)))
print(type(proxy).__name__, Derived.__dict__["hello"](proxy))
match proxy:
    case Derived():
        print("matches")
    case _:
        print("does not")
claim = Claims()
print(isinstance(claim, Base), isinstance(claim, Claims), super(Derived, claim).hello())
try:
    super(Derived, Base())
except TypeError as error:
    print(error)
