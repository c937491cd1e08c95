# Annotations are evaluated when someone asks, and in the format that is asked for.
import inspect
import typing
from annotationlib import Format, ForwardRef, get_annotations, type_repr


# As text, since which lines of annotations run how often is CPython's own business.
exec('''
class Node:
    left: Tree
    right: list[Tree]
    count: int | None
    quoted: "text"
    nested: typing.Optional[Missing.part]
    called: Callable[[int], str] | None
    number: -1
    choice: typing.Literal["a", 1, True]
    default: ClassVar = 3

    def walk(self, depth: Depth, start: Node = None, *rest: int, key: "Key" = None, **more: list[str]) -> str: ...

def generic[T](first: T, rest: list[T]) -> Later: ...
''')
for name, text in get_annotations(Node, format=Format.STRING).items():
    print(name, "|", text)
print(get_annotations(Node.walk, format=Format.STRING))
print(get_annotations(generic, format=Format.STRING))
for name, value in get_annotations(Node, format=Format.FORWARDREF).items():
    print(name, "|", value if name != "called" else type(value).__name__)
for subject in (Node, Node.walk, generic):
    try:
        get_annotations(subject)
    except NameError as error:
        print(error)
reference = get_annotations(Node, format=Format.FORWARDREF)["left"]
print(isinstance(reference, ForwardRef), reference.__forward_arg__, reference.__owner__ is Node)
try:
    reference.evaluate()
except NameError as error:
    print(error)
Tree = Node
print(reference.evaluate(), get_annotations(Node, format=Format.FORWARDREF)["right"])
print(inspect.signature(Node.walk, annotation_format=Format.STRING))
try:
    generic.__annotate__(Format.STRING)
except NotImplementedError:
    print("only values by themselves")


class Later:
    pass


print(generic.__annotations__["return"], inspect.get_annotations(generic)["return"])
print(list(Format), type_repr(int), type_repr(Later), type_repr(...), type_repr(len), ForwardRef("x") == ForwardRef("x"))
