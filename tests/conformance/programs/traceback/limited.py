"""`sys.tracebacklimit` says how many entries a traceback shows where no limit is given; an uncaught exception shows
the innermost ones, the module `traceback` the outermost. `exit()` carries None."""
import sys
import traceback


def outer():
    middle()


def middle():
    inner()


def inner():
    raise LookupError('deep inside')


def shown():
    try:
        outer()
    except LookupError as error:
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
        print(len(traceback.format_exc().splitlines()), len(traceback.format_exc(limit=1).splitlines()))
        print([frame.name for frame in traceback.TracebackException.from_exception(error).stack])


def stack():
    print([frame.name for frame in traceback.extract_stack()])
    print([frame.name for frame in traceback.extract_stack(limit=1)])


print(hasattr(sys, 'tracebacklimit'))
for limit in (1000, 2, 1, 0, -1, True, None):
    sys.tracebacklimit = limit
    print('limit', limit)
    shown()
    stack()
for leave in (exit, quit, sys.exit):
    try:
        leave()
    except SystemExit as error:
        print(repr(error), error.code)
sys.tracebacklimit = 2
outer()
