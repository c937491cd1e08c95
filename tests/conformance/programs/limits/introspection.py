"""What a script can find out about its own code, and change of it."""
import operator
import sys


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


def written():
    number = 1
    sys._getframe().f_locals["number"] = 2
    return number


def replaced():
    def one():
        return 1

    def two():
        return 2
    one.__code__ = two.__code__
    return one()


told("a local through f_locals", written)
told("another code object", replaced)
told("where a frame is", lambda: sys._getframe().f_lasti > 0)
told("a docstring of a builtin", lambda: len.__doc__ is None)
told("the type of operator.add", lambda: type(operator.add).__name__)
told("sizes", lambda: sys.getsizeof([]) == sys.getsizeof([1, 2, 3]))
