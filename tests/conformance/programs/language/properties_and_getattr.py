class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        """Degrees for some."""
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        print("deleted")

    kelvin = property(lambda self: self.celsius + 273.15, doc="absolute")


t = Temperature(100)
print(t.fahrenheit, t.kelvin, Temperature.fahrenheit.__doc__, Temperature.kelvin.__doc__)
t.fahrenheit = 32
print(t.celsius)
del t.fahrenheit
for action in (lambda: setattr(t, "kelvin", 0), lambda: delattr(t, "kelvin")):
    try:
        action()
    except AttributeError as error:
        print(error)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        print("getattr", name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        print("delattr", name)

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return super().__getattribute__(name)

    def __dir__(self):
        return ["a", "b"]


p = Proxy(t)
p.celsius = 5
print(p.celsius, p.target is t, dir(p))
del p.celsius
try:
    p.secret
except AttributeError as error:
    print(error)
