import sys
import traceback


class Custom(Exception):
    pass


def fail():
    raise Custom("message", 2)


try:
    fail()
except Custom as error:
    print(traceback.format_exception_only(error))
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    print("".join(traceback.format_exception(error)), end="")
    print(error.__traceback__.tb_frame.f_code.co_name, error.__traceback__.tb_lineno)
    traceback.print_exception(error, file=sys.stdout, limit=1)
    kept = error
print(kept.with_traceback(None) is kept, kept.__traceback__)
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(SystemExit()))
print(traceback.format_exc())
