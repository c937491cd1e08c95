"""`typing.get_type_hints` with a format: names that are not there yet stay forward references."""

from annotationlib import Format
from typing import Optional, get_type_hints


class Tree:
    root: "Missing"
    size: "int"
    left: Optional["Missing"]
    items: list["int"]
    nothing: None


def plant(tree: "Missing", count: "int" = 1) -> "None":
    pass


print(get_type_hints(Tree, format=Format.FORWARDREF))
print(get_type_hints(plant, format=Format.FORWARDREF))
print(get_type_hints(Tree, format=Format.STRING))
for one in (Tree, plant):
    try:
        get_type_hints(one)
    except NameError as error:
        print(error)
