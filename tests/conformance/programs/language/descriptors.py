class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", name, "in", owner.__name__)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative")
        setattr(instance, self.name, value)


class Account:
    balance = Positive()
    limit = Positive()

    def __init__(self, balance):
        self.balance = balance


account = Account(5)
print(account.balance, account.limit, account.__dict__, type(Account.balance).__name__)
try:
    account.balance = -1
except ValueError as error:
    print(error)


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.registry.append((cls.__name__, tag))


class One(Base, tag="first"):
    pass


class Two(One):
    __slots__ = ("a",)


print(Base.registry)


class Point:
    __slots__ = ("x", "y")


p = Point()
p.x = 1
for action in (lambda: p.y, lambda: setattr(p, "z", 1)):
    try:
        action()
    except AttributeError as error:
        print(error)
