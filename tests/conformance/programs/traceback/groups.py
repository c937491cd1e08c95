import sys
import traceback


def make(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


try:
    raise ExceptionGroup("outer", [
        make(ValueError, "one"),
        ExceptionGroup("inner", [make(KeyError, "two"), TypeError("never raised")]),
    ])
except ExceptionGroup:
    traceback.print_exc(file=sys.stdout)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError as group:
        raise RuntimeError("while handling")
except ExceptionGroup:
    traceback.print_exc(file=sys.stdout)
