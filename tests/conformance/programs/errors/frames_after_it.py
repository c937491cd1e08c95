"""What the frames of a traceback tell once they are gone: their lines, their variables, and what `clear` does to frames."""
import contextlib
import sys
import warnings


def swallowing():
    with contextlib.suppress(KeyError):
        {}.pop("x")
    with contextlib.suppress(KeyError):
        1 / 0


def handler():
    try:
        swallowing()
    except ValueError:
        pass
    finally:
        done = 1
        done += 1


def again():
    try:
        handler()
    except ZeroDivisionError as error:
        kept = error
        raise


try:
    again()
except ZeroDivisionError as error:
    entry = error.__traceback__
    while entry:
        frame = entry.tb_frame
        print(frame.f_code.co_name, entry.tb_lineno, frame.f_lineno)
        entry = entry.tb_next


def told(method, *args):
    try:
        return f"gives {method(*args)!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def count():
    yield 1
    yield 2


async def work():
    pass


print(told(sys._getframe().clear))
suspended = count()
next(suspended)
print(told(suspended.gi_frame.clear), next(suspended))
fresh = count()
print(told(fresh.gi_frame.clear), told(next, fresh, "nothing"))
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    coroutine = work()
    print(told(coroutine.cr_frame.clear), len(caught), told(coroutine.close))
    frame = coroutine.cr_frame
    print(frame, str(caught[0].message))
