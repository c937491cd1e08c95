try:
    raise OSError(9999, "No such thing", "file.txt")
except OSError as error:
    print(repr(error), error, error.errno, error.strerror, error.filename, type(error).__name__)
print(isinstance(ConnectionResetError(), OSError), TimeoutError.__mro__[1], issubclass(ModuleNotFoundError, ImportError))
print(repr(StopIteration(5)), StopIteration(5).value, KeyError("k"), repr(KeyError()), str(KeyError(1, 2)))
print(repr(Exception("a", 1)), Exception("a", 1), Exception(), repr(Exception()), Exception("x").args)
print(SystemExit(3).code, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), repr(NameError("n", name="x").name))


class Custom(ValueError):
    code = 5

    def __init__(self, what, *, extra=None):
        self.what, self.extra = what, extra

    def __str__(self):
        return f"{self.what}!"


error = Custom("oh", extra=1)
print(error, repr(error), error.args, error.code, isinstance(error, ValueError))
try:
    raise Custom
except TypeError as e:
    print(e)
try:
    try:
        raise Custom("first")
    except Custom as e:
        e.add_note("note")
        raise
except ValueError as e:
    print(e.__notes__, e.__traceback__.tb_next is None, e.__context__)
try:
    e
except NameError as missing:
    print(missing, missing.name)
print([c.__name__ for c in ZeroDivisionError.__mro__])
