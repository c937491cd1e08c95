"""Exceptions: classes, chaining, notes, groups, tracebacks as text, warnings, cleanup order."""
import contextlib
import io
import logging
import sys
import traceback
import warnings


class AppError(Exception):
    """Base of all."""
    code = 1

    def __init__(self, message, *, code=None, **details):
        super().__init__(message)
        if code is not None:
            self.code = code
        self.details = details

    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"[{self.code}] {super().__str__()}" + (f" ({extra})" if extra else "")


class NotFound(AppError, LookupError):
    code = 404


class Invalid(AppError, ValueError):
    pass


def risky(n):
    match n:
        case 0:
            return "fine"
        case 1:
            raise NotFound("nothing here", path="/x")
        case 2:
            try:
                {}["key"]
            except KeyError as error:
                raise Invalid("bad input", code=7) from error
        case 3:
            try:
                int("three")
            except ValueError:
                raise AppError("while handling")
        case 4:
            try:
                [][1]
            except IndexError:
                raise AppError("hidden") from None
        case 5:
            error = RuntimeError("noted")
            error.add_note("first note")
            error.add_note("second\nnote")
            raise error
        case 6:
            raise ExceptionGroup("many", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), OSError("No such file")])])
        case 7:
            assert n < 5, f"{n} is too much"
        case 8:
            return undefined_name
        case 9:
            return "abc".uppr()
        case 10:
            import nothing_like_this
        case 11:
            sys.exit("leaving")
        case 12:
            return risky(n="x", m=1)
        case 13:
            return "x" + 1
        case 14:
            raise StopIteration("early")
        case 15:
            raise AppError
        case 16:
            raise "text"
        case 17:
            return f"{'x':d}"
        case 18:
            return [1, 2, 3].index(9)
        case 19:
            a, b = 1, 2, 3
        case 20:
            raise Exception("one", 2) from ValueError()
        case 21:
            return b"\xff".decode()
        case 22:
            return float("1,5") + int("")
        case 23:
            x: int
            return x


for n in range(24):
    try:
        print(n, risky(n))
    except BaseException as error:
        cause, context = error.__cause__, error.__context__
        print(n, type(error).__mro__[1].__name__, type(error).__name__, error, "|", repr(cause), repr(context), error.__suppress_context__, getattr(error, "__notes__", None), error.args)

print(NotFound("x").code, issubclass(NotFound, LookupError), AppError.__doc__, repr(Invalid("m", a=1)), Invalid.__bases__)
for n in (2, 3, 4, 5, 6, 8):
    try:
        risky(n)
    except Exception:
        print(traceback.format_exc())

try:
    risky(6)
except* ValueError as group:
    print("values", group.exceptions)
except* (TypeError, OSError) as group:
    print("others", group, [type(e).__name__ for e in group.exceptions])
group = ExceptionGroup("g", [ValueError("a"), KeyError("b"), ExceptionGroup("h", [ValueError("c")])])
match, rest = group.split(ValueError)
print(match, rest, group.subgroup(lambda e: "b" in str(e)), group.derive([OSError()]), BaseExceptionGroup("x", [ValueError()]), sep=" / ")
for wrong in (lambda: ExceptionGroup("e", []), lambda: ExceptionGroup("e", [1]), lambda: ExceptionGroup("e", [KeyboardInterrupt()])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)


def order():
    try:
        print("try")
        return "value of try"
    except ValueError:
        pass
    else:
        print("else is skipped by return")
    finally:
        print("finally")


def overriding():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("cleanup", i)
    else:
        print("not reached")
    try:
        raise KeyError("lost")
    finally:
        print("before propagation")


print(order())
with contextlib.suppress(KeyError):
    overriding()


class Guard:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        if self.name == "broken":
            raise RuntimeError("cannot enter")
        return self.name

    def __exit__(self, kind, error, tb):
        print("exit", self.name, kind.__name__ if kind else None, tb.tb_lineno - order.__code__.co_firstlineno > 0 if tb else None)
        return self.swallow


with Guard("a", swallow=True), Guard("b") as b:
    print("in", b)
    raise AppError("inside")
try:
    with Guard("outer"), Guard("broken"), Guard("never"):
        print("never")
except RuntimeError as error:
    print(error)


@contextlib.contextmanager
def managed():
    try:
        yield 1
    except ValueError as error:
        raise AppError("translated") from error


try:
    with managed():
        int("z")
except AppError as error:
    print(repr(error), repr(error.__cause__))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.warn("old thing", DeprecationWarning)
    warnings.warn(UserWarning("as instance"))
    warnings.warn_explicit("explicit", FutureWarning, "file.py", 12)
for warning in seen:
    print(warning.category.__name__, warning.message, warning.lineno > 0)
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="bad.*")
    try:
        warnings.warn("bad thing")
    except UserWarning as error:
        print("raised", error)
stream = io.StringIO()
logging.basicConfig(stream=stream, format="%(levelname)s:%(message)s", force=True)
try:
    risky(1)
except NotFound:
    logging.exception("caught")
print(stream.getvalue().replace(__file__, "FILE"))
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as error:
    print(repr(error.__context__), traceback.format_exception_only(error), traceback.extract_tb(error.__traceback__)[0].name)
e = ValueError("kept")
try:
    raise e
except ValueError as e:
    pass
try:
    e
except NameError as error:
    print(error)
print(sys.exc_info(), sys.exception())
te = traceback.TracebackException.from_exception(RuntimeError("made"))
print(list(te.format()), str(te), te.exc_type_str)


def recurse(n):
    return recurse(n + 1)


try:
    recurse(0)
except RecursionError as error:
    print(type(error).__name__, error)
raise NotFound("final", path="/end") from ValueError("root")
