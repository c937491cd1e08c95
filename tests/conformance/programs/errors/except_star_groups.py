def run(f):
    try:
        f()
        print("fine")
    except* ValueError as eg:
        print("V", repr(eg), eg.exceptions)
    except* (TypeError, KeyError) as eg:
        print("TK", repr(eg))
    else:
        print("else")
    finally:
        print("finally")
def a(): raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), KeyError(4)])])
def b(): raise ValueError("naked")
def c(): raise ExceptionGroup("g", [OSError("one"), ValueError(2)])
def d(): pass
for f in (a, b, d):
    run(f)
try:
    run(c)
except ExceptionGroup as e:
    print("left", repr(e))
eg = ExceptionGroup("msg", [ValueError("a"), ExceptionGroup("n", [TypeError("b")])])
print(eg.message, eg.exceptions, str(eg))
print(eg.subgroup(TypeError), eg.split(ValueError))
print(eg.subgroup(lambda e: isinstance(e, TypeError)), eg.derive([ValueError(9)]))
print(isinstance(eg, Exception), isinstance(BaseExceptionGroup("x", [KeyboardInterrupt()]), Exception), type(BaseExceptionGroup("x", [ValueError()])))
for args in ((), ("m",), ("m", []), ("m", [1]), (1, [ValueError()]), ("m", ValueError()), ("m", [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*args)))
    except Exception as e:
        print(type(e).__name__, e)
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message, excs)
try:
    try:
        raise MyGroup("mine", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except BaseException as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
    for x in e.exceptions: print(" ", repr(x), repr(x.__context__))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise e
except ExceptionGroup as e:
    print(repr(e))
try:
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError: raise
except ExceptionGroup as e: print(repr(e))
e = ValueError("with note"); e.add_note("note 1"); e.add_note("note 2")
print(e.__notes__)
try: e.add_note(5)
except TypeError as x: print(x)
def deep():
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ExceptionGroup("outer", [e, ExceptionGroup("inner", [KeyError("k"), OSError("No such file")])]) from z
deep()
