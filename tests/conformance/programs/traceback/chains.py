import sys
import traceback


def low():
    raise KeyError("low")


def middle():
    try:
        low()
    except KeyError as error:
        raise ValueError("middle") from error


def high():
    try:
        middle()
    except ValueError:
        raise RuntimeError("high")


try:
    high()
except RuntimeError:
    traceback.print_exc(file=sys.stdout)
try:
    try:
        low()
    except KeyError:
        raise TypeError("alone") from None
except TypeError as error:
    error.add_note("first note")
    error.add_note("second\nnote")
    traceback.print_exc(file=sys.stdout)
try:
    try:
        1 / 0
    finally:
        low()
except KeyError:
    traceback.print_exc(file=sys.stdout)
try:
    raise ValueError("no chain") from ZeroDivisionError("never raised")
except ValueError:
    traceback.print_exc(file=sys.stdout)
