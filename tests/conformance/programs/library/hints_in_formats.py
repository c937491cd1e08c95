"""Annotations asked for in each format: by `inspect`, by `typing` and by `annotationlib`."""
import inspect
import typing
from annotationlib import Format, ForwardRef, get_annotations

exec("""
class Node:
    left: Node | None
    value: Missing

class Leaf(Node):
    weight: float

def visit(node: Node, then: Unknown, *, depth: int = 0) -> Missing:
    pass
""")


def attempt(ask):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: inspect.signature(visit, annotation_format=Format.FORWARDREF))
attempt(lambda: inspect.signature(visit, annotation_format=Format.STRING))
attempt(lambda: inspect.signature(visit))
attempt(lambda: typing.get_type_hints(Leaf, format=Format.STRING))
attempt(lambda: typing.get_type_hints(visit, format=Format.STRING))
attempt(lambda: typing.get_type_hints(Leaf))
attempt(lambda: get_annotations(visit, format=Format.VALUE_WITH_FAKE_GLOBALS))
attempt(lambda: get_annotations(3))
attempt(lambda: inspect.get_annotations("text"))
attempt(lambda: ForwardRef("1 +").evaluate())
attempt(lambda: ForwardRef("int").evaluate())
Missing, Unknown = int, "late"
attempt(lambda: inspect.signature(visit))
attempt(lambda: typing.get_type_hints(Leaf))
