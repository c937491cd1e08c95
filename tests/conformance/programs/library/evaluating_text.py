# `eval`, `exec` and `compile`: namespaces of all kinds, bytes for text, and what is refused.
def tell(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


class Lookup:
    """A mapping that nothing can be written to."""

    def __getitem__(self, name):
        if name == "known":
            return 12
        raise KeyError(name)


class Filled(dict):
    def __missing__(self, name):
        return f"<{name}>"


tell(eval, "known + 1", {}, Lookup())
tell(eval, "unknown", {}, Lookup())
tell(eval, "known", {"known": 1}, Filled(known=2))
tell(eval, "anything", {}, Filled())
tell(eval, b"6 * 7")
tell(eval, bytearray(b"  'text'"))
tell(eval, "[name for name in ('a', 'b')]", {}, {})
tell(eval, "(lambda: outer)()", {"outer": 5})
tell(eval, "x", 3)
tell(eval, "x", Lookup())
tell(eval, "x", {}, 3)
tell(exec, "x = 1", 3)
tell(exec, "x = 1", {}, 3)
tell(eval, 5)
tell(eval, "a\0b")
tell(compile, "x", "file", "neither")
tell(compile, 5, "file", "exec")

names = {}
exec(b"total = sum(range(5))", names)
print(names["total"], sorted(names))
code = compile(b"total * 2", "numbers", "eval")
print(eval(code, names), code.co_filename, code.co_names)
print(eval("locals()", {}, {"a": 1}), eval("sorted(dir())", {"sorted": sorted}, {"a": 1, "b": 2}))
print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
