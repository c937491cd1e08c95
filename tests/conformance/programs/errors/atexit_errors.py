# Errors in functions that run at exit are written without carets, and the next ones still run.
import atexit
import sys


def fail(what): raise ValueError(what)


def hook(unraisable):
    print("hook:", unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object)
    print(unraisable.err_msg.split(" <")[0])


atexit.register(print, "the last")
atexit.register(setattr, sys, "unraisablehook", sys.__unraisablehook__)
atexit.register(fail, "heard by a hook")
atexit.register(setattr, sys, "unraisablehook", hook)
atexit.register(sys.exit, 7)
print("done")
