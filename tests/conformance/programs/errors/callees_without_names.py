"""What is called with stars that it cannot take: a callee without a name of its own shows itself."""
import functools


class Tool:
    def __call__(self, *args, **kwargs): return "called"
    def __repr__(self): return "Tool!"

    class Inner:
        def __init__(self, x): pass

    def method(self, x): pass


def plain(x): pass


tool = Tool()
partial = functools.partial(int, base=2)
cached = functools.lru_cache(plain)
for text in (
    "tool(*5)", "tool(**5)", "tool(a=1, **{'a': 2})", "tool(b=0, **{'a': 2, 'b': 3})", "Tool.Inner(*5)", "tool.method(*5)", "partial(*5)",
    "partial(**None)", "cached(*5)", "plain(*5)", "(lambda: 0)(**[])", "tool(**{1: 2})", "tool(*'ab', **{'c': 1})",
):
    try:
        print(text, "->", eval(text))
    except TypeError as error:
        print(text, "->", error)
