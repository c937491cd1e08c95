from string.templatelib import Interpolation, Template

name, price = "widget", 3.5
template = t"{name!r} costs {price:.2f} and {price * 2 = }"
print(type(template).__name__, template.strings, template.values)
for part in template:
    if isinstance(part, Interpolation):
        print("  value", part.value, part.expression, part.conversion, part.format_spec)
    else:
        print("  text", repr(part))


def render(template):
    return "".join(
        part if isinstance(part, str) else str(part.value).upper() for part in template
    )


print(render(t"hello {name}, {1 + 1}!"), (t"a" + t"b{name}").strings)
print(isinstance(t"", Template), t"{name}".interpolations[0].expression)
