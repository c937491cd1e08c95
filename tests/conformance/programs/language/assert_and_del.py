def check(value):
    assert value > 0, f"{value} is not positive"
    return value


print(check(1))
try:
    check(-1)
except AssertionError as error:
    print(repr(error))
items = [0, 1, 2, 3, 4, 5]
del items[1], items[-1], items[0:2]
print(items)
data = {"a": 1, "b": 2}
del data["a"]
print(data)
x = 1
del x
try:
    x
except NameError as error:
    print(error)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
b = a
del a
print("still there")
b = Noisy("b")
print("replaced")
Noisy("temporary")
c = [Noisy("in a list")]
c.clear()
print("end")
