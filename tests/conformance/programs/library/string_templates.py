# Templates whose delimiter, names and whole pattern a class decides.
import re
from string import Template


class Percent(Template):
    delimiter = "%"
    idpattern = r"[a-z]+_[a-z]+"


class Shouting(Template):
    flags = re.ASCII
    idpattern = "[A-Z]+"


class Braces(Template):
    braceidpattern = r"[a-z]+(?:\.[a-z]+)*"


class Angles(Template):
    pattern = r"""
    (?P<escaped><<) | <(?P<named>\w+)> | <\[(?P<braced>[^]]+)\]> | (?P<invalid><)
    """


def attempt(template, /, **values):
    try:
        print(template.substitute(values))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)


attempt(Template("$who owes ${what}s, $$5 and $Über"), who="Ann", what="pear", Über="more")
attempt(Template("$who owes"))
attempt(Template("one\ntwo $ three"))
attempt(Template("$"))
attempt(Percent("%first_name and %last but %%"), first_name="Bo", last="?")
attempt(Percent("%first_name only"), first_name="Bo")
attempt(Shouting("$NAME is not $name"), NAME="X", name="y")
attempt(Braces("${user.name} has $count"), **{"user.name": "Kim", "count": 3})
attempt(Angles("a <b> <[c d]> << <"), b=1, **{"c d": 2})
attempt(Angles("a <b> <[c d]> <<"), b=1, **{"c d": 2})
mixed = Template("$a ${b} $$ $1 ${c $a")
print(mixed.safe_substitute(a=1), mixed.is_valid(), mixed.get_identifiers())
print(Template("$x-$y-$x").get_identifiers(), Template("$x").is_valid(), Template("$x").safe_substitute({"x": 1}, x=2))
