import traceback, sys, io


def f(x):
    y = x + 1
    return g(y)


def g(z):
    raise ValueError("bad", z)


def t(fn, *a, **k):
    try:
        print("->", fn(*a, **k))
    except Exception as e:
        print(type(e).__name__, ":", e)


try:
    f(1)
except ValueError as e:
    ex = e
    print(traceback.format_exc())
    print(traceback.format_exception(e))
    print(traceback.format_exception(type(e), e, e.__traceback__) == traceback.format_exception(e))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    traceback.print_exc(file=sys.stdout)
    traceback.print_exc(limit=1, file=sys.stdout)
    traceback.print_exc(limit=-1, file=sys.stdout)
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    print(traceback.format_tb(e.__traceback__))
    print([tuple(x)[1:] for x in traceback.extract_tb(e.__traceback__)])
    fs = traceback.extract_tb(e.__traceback__)[-1]
    print(
        fs.name, fs.lineno, fs.line, fs.filename.endswith("tr.py"), fs.colno, fs.end_colno, fs.end_lineno, fs.locals, fs
    )
    te = traceback.TracebackException.from_exception(e)
    print(
        te,
        te.exc_type_str,
        "".join(te.format()),
        list(te.format_exception_only()),
        te.stack[0].name,
        len(te.stack),
        te.__cause__,
        te.__context__,
        te.__suppress_context__,
    )
    te = traceback.TracebackException(type(e), e, e.__traceback__.tb_next, capture_locals=True)
    print("".join(te.format()))
    te.print(file=sys.stdout)
    print(te == traceback.TracebackException(type(e), e, e.__traceback__.tb_next, capture_locals=True))


def chain():
    try:
        f(1)
    except ValueError as e:
        raise KeyError("k") from e


try:
    chain()
except KeyError as e:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception(e, chain=False))
    te = traceback.TracebackException.from_exception(e)
    print(te.__cause__.exc_type_str, te.__context__ is not None)


def ctx():
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("r")


try:
    ctx()
except RuntimeError as e:
    e.add_note("note 1\nline 2")
    print("".join(traceback.format_exception(e)))
    print(traceback.format_exception_only(e))
try:
    raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError("k")])])
except ExceptionGroup as e:
    print("".join(traceback.format_exception(e)))
    print(traceback.format_exception_only(e, show_group=True))
    te = traceback.TracebackException.from_exception(e)
    print([x.exc_type_str for x in te.exceptions])
print(
    traceback.format_exc(),
    traceback.format_exception(None),
    traceback.format_exception_only(ValueError("x")),
    traceback.format_exception_only(ValueError, None),
)


def st():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack()[-1])
    print([s.name for s in traceback.extract_stack()])


st()
print(
    traceback.format_list([("f.py", 1, "fn", "code"), traceback.FrameSummary("g.py", 2, "gn", line="l")]),
    traceback.FrameSummary("a", 1, "b") == traceback.FrameSummary("a", 1, "b"),
    list(traceback.walk_tb(ex.__traceback__))[0][1],
)
sio = io.StringIO()
traceback.print_exception(ex, file=sio)
print(sio.getvalue())
traceback.print_exception(type(ex), ex, None, file=sys.stdout)
traceback.clear_frames(ex.__traceback__)


def rec(n):
    return rec(n - 1) if n else 1 / 0


try:
    rec(10)
except ZeroDivisionError as e:
    print("".join(traceback.format_exception(e)))
    print(
        len(traceback.extract_tb(e.__traceback__)),
        len(traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__))),
    )


class E(Exception):
    def __str__(self):
        raise RuntimeError


print(traceback.format_exception_only(E()))
print(ex.with_traceback(None).__traceback__, traceback.format_exception(ex))
t(traceback.format_exception, 3)
