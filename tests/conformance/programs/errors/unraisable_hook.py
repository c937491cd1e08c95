# What nobody can catch goes to sys.unraisablehook, also where that is the script's own.
import sys
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(f"{self.name} will not go")


def watched():
    try:
        yield
    finally:
        raise KeyError("in the generator")


def mine(unraisable):
    said = unraisable.err_msg.split(" at 0x")[0]
    print("hook:", unraisable.exc_type.__name__, unraisable.exc_value, "|", said, "|", unraisable.object)
    print("  line", unraisable.exc_traceback.tb_lineno)


def dropped(reference):
    raise OSError("callback")


sys.unraisablehook = mine
one = Noisy("one")
del one
generator = watched()
next(generator)
del generator
thing = type("Thing", (), {})()
reference = weakref.ref(thing, dropped)
del thing
print(sys.unraisablehook is mine, callable(sys.__unraisablehook__))


def broken(unraisable):
    raise RuntimeError("the hook itself")


sys.unraisablehook = broken
two = Noisy("two")
del two
sys.unraisablehook = sys.__unraisablehook__
three = Noisy("three")
del three
print("done")
