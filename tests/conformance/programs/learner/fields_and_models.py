# Descriptors that validate, and models made by a metaclass from their fields.
from abc import ABC, abstractmethod
import re


class Validator(ABC):
    def __set_name__(self, owner, name):
        self.private_name = "_" + name
        self.public = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.private_name)

    def __set__(self, obj, value):
        self.validate(value)
        setattr(obj, self.private_name, value)

    def __delete__(self, obj):
        raise AttributeError(f"cannot delete {self.public}")

    @abstractmethod
    def validate(self, value):
        pass


class OneOf(Validator):
    def __init__(self, *options):
        self.options = set(options)

    def validate(self, value):
        if value not in self.options:
            raise ValueError(f"Expected {value!r} to be one of {sorted(self.options)!r}")


class Number(Validator):
    def __init__(self, minvalue=None, maxvalue=None):
        self.minvalue, self.maxvalue = minvalue, maxvalue

    def validate(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f"Expected {value!r} to be an int or float")
        if self.minvalue is not None and value < self.minvalue:
            raise ValueError(f"Expected {value!r} to be at least {self.minvalue!r}")
        if self.maxvalue is not None and value > self.maxvalue:
            raise ValueError(f"Expected {value!r} to be no more than {self.maxvalue!r}")


class String(Validator):
    def __init__(self, minsize=None, maxsize=None, predicate=None):
        self.minsize, self.maxsize, self.predicate = minsize, maxsize, predicate

    def validate(self, value):
        if not isinstance(value, str):
            raise TypeError(f"Expected {value!r} to be an str")
        if self.minsize is not None and len(value) < self.minsize:
            raise ValueError(f"Expected {value!r} to be no smaller than {self.minsize!r}")
        if self.maxsize is not None and len(value) > self.maxsize:
            raise ValueError(f"Expected {value!r} to be no bigger than {self.maxsize!r}")
        if self.predicate is not None and not self.predicate(value):
            raise ValueError(f"Expected {self.predicate} to be true for {value!r}")


class Component:
    name = String(minsize=3, maxsize=10, predicate=str.isupper)
    kind = OneOf("wood", "metal", "plastic")
    quantity = Number(minvalue=0)

    def __init__(self, name, kind, quantity):
        self.name = name
        self.kind = kind
        self.quantity = quantity

    def __repr__(self):
        return "Component(%(_name)r, %(_kind)r, %(_quantity)r)" % vars(self)


for args in [
    ("Widget", "metal", 5),
    ("WIDGET", "metle", 5),
    ("WIDGET", "metal", -5),
    ("WIDGET", "metal", "V"),
    ("WIDGET", "metal", 5),
    ("AB", "wood", 1),
    (5, "wood", 1),
]:
    try:
        print(Component(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
c = Component("WIDGET", "metal", 5)
c.quantity += 1
print(c, vars(c), Component.name.maxsize)
try:
    del c.name
except AttributeError as e:
    print(e)
try:
    Validator()
except TypeError as e:
    print(e)


class Field:
    registry = {}

    def __init__(self, type_, *, default=..., pattern=None):
        self.type, self.default, self.pattern = type_, default, pattern and re.compile(pattern)

    def __set_name__(self, owner, name):
        self.name = name
        Field.registry.setdefault(owner.__name__, []).append(name)

    def __get__(self, obj, owner):
        if obj is None:
            return self
        try:
            return obj.__dict__[self.name]
        except KeyError:
            if self.default is ...:
                raise AttributeError(f"{owner.__name__}.{self.name} is not set") from None
            return self.default() if callable(self.default) else self.default

    def __set__(self, obj, value):
        if not isinstance(value, self.type):
            value = self.type(value)
        if self.pattern and not self.pattern.fullmatch(value):
            raise ValueError(f"{self.name}: {value!r} does not match {self.pattern.pattern}")
        obj.__dict__[self.name] = value


class ModelMeta(type):
    def __new__(mcls, name, bases, ns, *, table=None, **kw):
        cls = super().__new__(mcls, name, bases, ns, **kw)
        cls.fields = {k: v for b in reversed(cls.__mro__[:-1]) for k, v in vars(b).items() if isinstance(v, Field)}
        cls.table = table or name.lower() + "s"
        return cls

    def __call__(cls, **kw):
        if bad := kw.keys() - cls.fields:
            raise TypeError(f"{cls.__name__}() got unexpected fields: {sorted(bad)}")
        obj = super().__call__()
        for k, v in kw.items():
            setattr(obj, k, v)
        return obj

    def __len__(cls):
        return len(cls.fields)

    def __contains__(cls, name):
        return name in cls.fields


class Model(metaclass=ModelMeta):
    rows = []

    def save(self):
        Model.rows.append(self)
        return self

    @classmethod
    def where(cls, **kw):
        return [
            r for r in Model.rows if isinstance(r, cls) and all(getattr(r, k) == v for k, v in kw.items())
        ]

    def __repr__(self):
        return f"<{type(self).__name__} {', '.join(f'{k}={getattr(self, k, None)!r}' for k in self.fields)}>"

    @property
    def sql(self):
        d = {k: getattr(self, k) for k in self.fields}
        return f"INSERT INTO {self.table} ({', '.join(d)}) VALUES ({', '.join(map(repr, d.values()))});"


class User(Model, table="people"):
    id = Field(int)
    email = Field(str, pattern=r"[^@\s]+@[^@\s]+")
    tags = Field(list, default=list)


class Admin(User):
    level = Field(int, default=1)


u = User(id="7", email="a@b.c").save()
a = Admin(id=8, email="r@o.t", level="9", tags=("x", "y")).save()
print(u, a, u.sql, a.sql, sep="\n")
print(User.where(id=7), Admin.where(), len(Admin), "level" in User, Field.registry, Admin.table)
for f in (
    lambda: User(id="x"),
    lambda: User(email="nope"),
    lambda: User(nick=1, age=2),
    lambda: User().email,
    lambda: User().foo,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
