def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "returned"


def replace():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def breaks():
    for _ in range(1):
        try:
            raise ValueError("lost too")
        finally:
            break
    return "went on"


print(swallow(), breaks())
try:
    replace()
except KeyError as error:
    print(repr(error), repr(error.__context__))


def gen():
    try:
        yield 1
    finally:
        print("generator finally")
        yield 2


g = gen()
next(g)
print(next(g, "none"))
try:
    next(g)
except StopIteration:
    print("over")
