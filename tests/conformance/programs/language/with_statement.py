from contextlib import ExitStack, contextmanager, nullcontext, suppress


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Manager("a") as a, (Manager("b")) as b:
    print(a, b)
with (
    Manager("outer", swallow=True),
    Manager("inner"),
):
    raise ValueError("inside")


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except KeyError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("p") as name, suppress(ZeroDivisionError):
    print(name)
    1 / 0
with tag("q"):
    raise KeyError("k")
with ExitStack() as stack:
    for n in range(2):
        stack.enter_context(Manager(n))
    stack.callback(print, "callback")
with nullcontext(5) as five:
    print(five)
with 3:
    pass
