depth = 0


def dive():
    global depth
    depth += 1
    return dive()


try:
    dive()
except RecursionError as error:
    print(error, depth)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(even(200), odd(7))
dive()
