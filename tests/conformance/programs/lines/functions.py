def decorator(function):
    return function


def factory(argument):
    return decorator


@decorator
@factory(
    "x"
)
def decorated(
    a,
    b=1,
):
    """A docstring has no line."""
    return (
        a
        + b
    )


def empty():
    pass


def only_docstring():
    """Nothing else."""


def early(n):
    if n:
        return
    print("late")


def nested():
    x = 1

    def inner():
        return x

    return inner()


decorated(
    1)
empty()
only_docstring()
early(1)
early(0)
nested()
(lambda: None)()
multi = lambda: [
    1,
    2,
]
multi()
