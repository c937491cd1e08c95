class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.mro()])
try:
    class Broken(A, B):
        pass
except TypeError as error:
    print(error)


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        namespace["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, namespace)

    def __call__(cls, *args):
        print("making", cls.__name__, args)
        return super().__call__(*args)


class Thing(metaclass=Meta):
    def __new__(cls, value):
        instance = super().__new__(cls)
        instance.early = True
        return instance

    def __init__(self, value):
        self.value = value


thing = Thing(3)
print(thing.made_by, thing.early, thing.value, type(Thing).__name__)
