"""Exceptions copied, pickled, set from a state and initialized again: which attributes come along."""
import copy
import pickle


def told(error, *names):
    return repr(error), [getattr(error, name) for name in names]


for error, names in [
    (ImportError("no", name="n", path="p"), ("msg", "name", "path")),
    (ImportError("plain"), ("msg", "name")),
    (AttributeError("no", name="n", obj=3), ("name",)),
    (NameError("no", name="n"), ("args",)),
    (OSError("a", "b", "file"), ("filename", "filename2", "args")),
    (OSError("a", "b", "file", None, "other"), ("filename", "filename2", "args")),
    (StopIteration(4), ("value",)),
    (SystemExit(1, 2), ("code",)),
]:
    print(error.__reduce__()[1:])
    for made in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        print("  ", *told(made, *names))

error = ValueError(42)
error.extra = 1
error.__setstate__({"args": (1, 2), "extra": 2, "more": 3})
print(error.args, error.extra, error.more)
error = ImportError("first", name="n", path="p")
error.__init__()
print(error.args, error.msg, error.name, error.path)
error = SyntaxError("first", ("a.py", 1, 2, "text", 3, 4))
error.__init__("second", ("b.py", 5, 6, "other"))
print(error.msg, error.filename, error.lineno, error.end_lineno, error.end_offset)

for error in (UnicodeEncodeError("codec", "xxxxx", 1, 5, "why"), UnicodeDecodeError("codec", b"xxxxx", 1, 5, "why")):
    print(error)
    error.end = 2
    print(error)
    error.reason, error.encoding = 12345, 8
    print(error)
