"""Scopes at their edges: `global` in code with two namespaces, what a walrus may not rebind, and the cell of `__class__`."""


def told(action, *args):
    try:
        return action(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


code = """
def outer():
    count = 1
    def declared():
        global count
        return count
    def enclosed():
        return count + 1
    return declared(), enclosed()
count = 9
both = outer() if "outer" in globals() else None
"""
outside, inside = {}, {}
exec(code, outside, inside)
print(sorted(name for name in outside if name != "__builtins__"), sorted(inside), inside["both"])
exec(code, outside)
print(outside["both"], outside["count"])

for text in (
    "[(c := 1) for a, c[0] in []]",
    "[(b := 1) for a, b.c in []]",
    "[(a := 1) for a in [2]]",
    "[[(a := 1) for _ in [1]] for a in [2]]",
    "[i for i in (lambda: (j := 1))()]",
    "[i for i in [j for j in [1] if (k := j)]]",
    "class A:\n def f(self):\n  return [[(__x := 2) for _ in [1]] for __x in [1]]",
):
    print(told(exec, text, {}))


class Meta(type):
    def __new__(meta, name, bases, namespace, cell="kept"):
        if cell == "lost":
            namespace.pop("__classcell__", None)
        elif cell != "kept":
            namespace["__classcell__"] = cell
        made = super().__new__(meta, name, bases, namespace)
        if cell == "kept" and name == "Twice":
            type("Second", (), namespace)
        return made


def build(name, cell):
    body = f"class {name}(metaclass=Meta, cell={cell!r}):\n def me(self):\n  return __class__.__name__\nmade = {name}().me()"
    names = {"Meta": Meta, "__name__": __name__}
    exec(body, names)
    return names["made"]


for name, cell in [("Plain", "kept"), ("Lost", "lost"), ("Number", 3), ("Twice", "kept")]:
    print(told(build, name, cell))


class Generic[T]:
    T = "of the class"

    def method[U](self, first: (T for _ in (1,)), second: T): ...


notes = Generic.method.__annotations__
print(list(notes["first"]), notes["second"])
