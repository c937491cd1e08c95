class AppError(Exception):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code


def load():
    try:
        {}["key"]
    except KeyError as error:
        raise AppError(3, "cannot load", "config") from error


try:
    load()
except AppError as error:
    print(error, error.args, error.code, repr(error.__cause__), error.__suppress_context__)
    error.add_note("a note")
    print(error.__notes__, repr(error))
try:
    try:
        int("x")
    except ValueError:
        [].pop()
except IndexError as error:
    print(repr(error.__context__), error.__cause__)
try:
    raise ValueError("hidden") from None
except ValueError as error:
    print(error.__suppress_context__)
try:
    raise KeyError("a", "b")
except LookupError as error:
    print(error, repr(error))
for bad in (3, "text"):
    try:
        raise bad
    except TypeError as error:
        print(error)
load()
