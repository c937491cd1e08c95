"""Whatever of a traceback is asked for: each exception that hangs together with it is asked for its text once, in order."""
import traceback, sys
class E(Exception):
    def __str__(self):
        print("str of", self.args)
        return "E" + str(self.args)
def chain():
    try:
        try:
            raise E(1)
        except E as e:
            raise E(2) from e
    except E:
        raise ExceptionGroup("g", [E(3), ExceptionGroup("h", [E(4), E(5)])])
try:
    chain()
except Exception as e:
    x = e
print("only", traceback.format_exception_only(x))
print("group", traceback.format_exception_only(x, show_group=True))
print("print"); traceback.print_exception(x, file=sys.stdout, chain=False)
print("exc2", traceback.format_exception_only(x.__context__))
for compact in (False, True):
    print("TE", compact)
    te = traceback.TracebackException.from_exception(x, compact=compact)
    print("".join(te.format()))
    print("".join(te.format(chain=False)))
    print(list(te.format_exception_only()), str(te), te.exc_type_str, te.__cause__, te.__context__.exc_type_str, len(te.exceptions))
    print("".join(te.__context__.format()), te.__context__.__cause__ and str(te.__context__.__cause__))
    print(te == traceback.TracebackException.from_exception(x, compact=compact))
try:
    try:
        raise E("ctx")
    except E:
        raise E("none") from None
except E as e:
    for compact in (False, True):
        te = traceback.TracebackException.from_exception(e, compact=compact, capture_locals=True)
        print(te.__context__, te.__suppress_context__, "".join(te.format()).count("ctx"))
class Syn(SyntaxError):
    def __str__(self): print("syn"); return "syn"
s = Syn("m", ("f", 1, 2, "text", 1, 3))
print(traceback.format_exception_only(s))
te = traceback.TracebackException(Syn, s, None)
print(te.text, te.msg, te.lineno, te.offset, list(te.format()))
traceback.print_exc()
