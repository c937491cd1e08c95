x = "global"


def outer():
    x = "outer"

    def inner():
        nonlocal x
        x = "changed by inner"
        return x

    class Body:
        y = x
        x = "class"

        def method(self):
            return x

    return inner(), x, Body.y, Body.x, Body().method()


print(outer(), x)


def reads_global():
    return x


def hides():
    x = "local"
    return reads_global(), x, "x" in locals(), sorted(locals())


print(hides())


def conditional(flag):
    if flag:
        value = 1
    return value


print(conditional(True))
try:
    conditional(False)
except UnboundLocalError as error:
    print(error)


def free():
    def use():
        return later

    try:
        use()
    except NameError as error:
        print(error)
    later = 5
    return use()


print(free(), [x for x in "ab"], x, (lambda x: x)(1))


def deletes():
    value = 1
    del value
    return value


try:
    deletes()
except UnboundLocalError as error:
    print(error)
print(globals()["x"], "outer" in globals(), __name__)
