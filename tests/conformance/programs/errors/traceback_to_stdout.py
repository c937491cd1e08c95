import sys
import traceback


def inner():
    raise LookupError("deep")


def outer():
    inner()


try:
    outer()
except LookupError:
    print(traceback.format_exc().replace(__file__, "FILE"), end="")
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, tb.tb_lineno, tb.tb_next.tb_lineno)
    traceback.print_exc(file=sys.stdout)
print(sys.exc_info())
