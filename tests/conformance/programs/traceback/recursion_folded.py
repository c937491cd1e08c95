import sys
import traceback


def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)


try:
    down(10)
except ValueError:
    traceback.print_exc(file=sys.stdout)


def even(n):
    return odd(n - 1)


def odd(n):
    if n < 0:
        raise KeyError(n)
    return even(n - 1)


try:
    even(5)
except KeyError:
    traceback.print_exc(file=sys.stdout)
