"""What `re` cuts out of strings of other classes, and templates and names that are bytes."""

import re


class Text(str):
    def __getitem__(self, index):
        return Text(super().__getitem__(index))

    def __str__(self):
        return "other"


class Raw(bytes):
    def __getitem__(self, index):
        return Raw(super().__getitem__(index))


for found in (
    re.split(":", Text("a:b")), re.split("q", Text("ab")), [re.sub("a", "b", Text("x"))],
    [re.sub("a", Text("b"), Text("xa"))], [re.match("a(.)", Text("ab")).group()], re.findall("ab", Text("ab")),
    [re.match("ab", Text("ab")).string], re.split(b":", Raw(b"a:b")), re.split(b":", bytearray(b"a:b")),
    [re.sub(b"a", bytearray(b"q"), b"bab")], [re.match(b"a(.)", memoryview(b"ab")).group(1)],
):
    print([(type(one).__name__, str.__repr__(one) if isinstance(one, str) else bytes(one)) for one in found])


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, re.error) as error:
        print(type(error).__name__, error)


attempt(re.sub, "a", b"", "a")
attempt(re.sub, "a", b"", "b")
attempt(re.sub, "a", 5, "a")
attempt(re.compile, b"(?P<\xc2\xb5>x)")
attempt(re.compile, b"(?P=\xc2\xb5)")
attempt(re.sub, b"(?P<a>x)", b"\\g<\xc2\xb5>", b"xx")
