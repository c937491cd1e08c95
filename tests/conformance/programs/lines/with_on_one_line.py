# Managers on one line whose exits raise: the line of the statement does not begin again.
class Door:
    def __init__(self, name, fails):
        self.name, self.fails = name, fails

    def __enter__(self):
        return self

    def __exit__(self, *about):
        print("closing", self.name, about[0] and about[0].__name__)
        if self.fails:
            raise RuntimeError(self.name)


def one_line():
    with Door("a", True), Door("b", True):
        raise KeyError("body")


def in_brackets():
    with (
        Door("c", False),
        Door("d", True),
    ):
        raise KeyError("body")


def nested():
    with Door("e", True):
        with Door("f", True): print("inside")


def handlers():
    try:
        try: {}["missing"]
        except KeyError as error: raise LookupError("again")
    except LookupError as error: print(repr(error), repr(error.__context__))
    finally: print("finally")


for attempt in (one_line, in_brackets, nested, handlers):
    try:
        attempt()
    except RuntimeError as error:
        print(attempt.__name__, error, repr(error.__context__))
