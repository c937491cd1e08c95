"""How much of a group a traceback tells, summaries that leave frames out, and what is deprecated of them."""

import sys
import traceback
import warnings

warnings.simplefilter("always")


def nested(depth):
    if depth == 0:
        return ValueError(depth)
    return ExceptionGroup(f"level {depth}", [nested(depth - 1), TypeError(depth)])


wide = ExceptionGroup("wide", [KeyError(n) for n in range(4)] + [nested(3)])
for width, depth in ((2, 10), (15, 2), (1, 0)):
    told = traceback.TracebackException.from_exception(wide, max_group_width=width, max_group_depth=depth)
    print("".join(told.format()))


class Short(traceback.StackSummary):
    def format_frame_summary(self, frame_summary, **options):
        if frame_summary.name == "begin":
            return None
        return f"{frame_summary.name}:{frame_summary.lineno}\n"


def fail(depth):
    if depth == 0:
        raise LookupError("here")
    fail(depth - 1)


def begin():
    fail(5)


try:
    begin()
except LookupError as error:
    print("".join(Short.extract(traceback.walk_tb(error.__traceback__)).format()))
    told = traceback.TracebackException.from_exception(error, save_exc_type=False)
    print(told.exc_type_str, told.exc_type)
try:
    traceback.print_last()
except ValueError as error:
    print(error)
sys.last_exc = KeyError("before")
traceback.print_last(file=sys.stdout)
