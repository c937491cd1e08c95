import functools


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("return", result)
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@trace
@repeat(times=2)
def twice(x):
    """Doubles."""
    return x * 2


@trace
def named(a, *, b):
    """The docstring."""
    return a + b


print(twice(4), named(1, b=2), named.__name__, named.__doc__, twice.__name__)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), fib.cache_info())


def shout(cls):
    cls.shout = lambda self: type(self).__name__.upper()
    return cls


@shout
class Quiet:
    pass


print(Quiet().shout())
