class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        type(self).count += 1

    def speak(self):
        return f"{self.name} says {self.sound()}"

    def sound(self):
        return "..."

    @classmethod
    def make(cls, *names):
        return [cls(n) for n in names]

    @staticmethod
    def kingdom():
        return "animalia"

    @property
    def loud(self):
        return self.name.upper()

    @loud.setter
    def loud(self, value):
        self.name = value.lower()


class Dog(Animal):
    def sound(self):
        return "woof, " + super().sound()


rex, fido = Dog.make("rex", "fido")
print(rex.speak(), Dog.count, Animal.count, fido.kingdom())
rex.loud = "MAX"
print(rex.loud, rex.__dict__, isinstance(rex, Animal), issubclass(Dog, Animal))
print(Dog.__mro__, Dog.__bases__, Dog.__name__)
rex.extra = 1
del rex.extra
for name in ("extra", "speek"):
    try:
        getattr(rex, name)
    except AttributeError as error:
        print(error)
try:
    del rex.loud
except AttributeError as error:
    print(error)
print(getattr(rex, "missing", "default"), hasattr(rex, "name"))
