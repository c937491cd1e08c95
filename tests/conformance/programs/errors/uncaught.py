def level3(n):
    return 10 // n


def level2(n):
    return level3(n - 1) + 1


def level1():
    values = [level2(n) for n in (3, 2, 1)]
    return values


print("before")
level1()
print("never")
