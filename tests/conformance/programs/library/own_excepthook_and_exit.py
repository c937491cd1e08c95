"""A script's own `sys.excepthook` tells of the exception that ends the script; what `atexit` knows comes after it."""
import atexit
import sys


def tell(kind, error, traceback):
    while traceback.tb_next:
        traceback = traceback.tb_next
    print("uncaught:", kind.__name__, error, "in", traceback.tb_frame.f_code.co_name)


sys.excepthook = tell
atexit.register(print, "second", "to last", sep=", ")


@atexit.register
def first():
    print("first at exit")


def counted():
    yield 1


for make in (counted, lambda: (n for n in "ab")):
    try:
        make().throw(StopIteration("not begun"))
    except StopIteration as stop:
        print("as it was:", stop.value)


def withdraw(balance, amount):
    if amount > balance:
        raise ValueError(f"{amount} is more than {balance}")


withdraw(5, 10)
