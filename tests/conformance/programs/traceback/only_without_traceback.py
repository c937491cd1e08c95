"""`format_exception_only` does not know the frames, so it does not guess what a name was meant to be."""
import traceback

speed = 3


class Robot:
    def __init__(self):
        self.power = 5
        self._charge = 1

    def move(self):
        return power + 1

    def charge(self):
        return self.chrge


def typo():
    return sped


def forgotten():
    return json.dumps(1)


for call in (typo, forgotten, Robot().move, Robot().charge, lambda: Robot().powr):
    try:
        call()
    except Exception as error:
        print(traceback.format_exception_only(error), traceback.format_exception(error)[-1:])
        told = traceback.TracebackException.from_exception(error)
        print(list(told.format_exception_only()), error.__traceback__ is not None)
        print(list(traceback.TracebackException(type(error), error, None).format_exception_only()))
