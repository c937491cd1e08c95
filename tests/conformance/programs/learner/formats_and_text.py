# Text: formatting in all its forms, methods, encodings.

print("\N{BULLET} \N{GREEK SMALL LETTER PI} \N{SNOWMAN} \N{LATIN SMALL LETTER E WITH ACUTE}"); w = 12; p = 3
print(f"{3.14159:{w}.{p}f}|{'x':{'*'}^{w}}|{{}} {{{w}}} {w=} {w = } {w=:>5} {'a' if w else 'b'!r:>6}")
print(f'{10:{">"}{3}}', f"{'nested ' + f'{w + 1}' + "same quotes"}", f"{w!s:{p}}", f"""{
    w  # comment
    + 1
}""", f"{lambda: 1}"[:10] if 0 else "", f"{(lambda x: x * 2)(4)}", f"{w:#x} {w:08b} {-w:+d} {w:e}", rf"\d{w}", f"{'\n'.join(['a', 'b'])!r}", f"{dict(a=1)['a']}", f"{ {'a': 1}['a'] }")
from string.templatelib import Template, Interpolation
name = "Ann"; t = t"Hello {name!r:>8} and {1 + 1}"; print(t, t.strings, t.values, [i.expression for i in t.interpolations], t.interpolations[0].conversion, t.interpolations[0].format_spec)
def html(t): return "".join(x if isinstance(x, str) else str(x.value).replace("<", "&lt;") for x in t)
ev = "<b>"; print(html(t"<p>{ev}</p>"), type(t), t"a" + t"b{1}")
print("%5.2f|%-6s|%+d|%x|%o|%e|%%|%r|%c|%05d|%s" % (3.14159, "ab", 5, 255, 8, 12345.678, "q", 65, 42, [1]), "%(a)s %(b)03d" % {"a": 1, "b": 2})
print("{:>10}|{:<10}|{:^10}|{:*^10}|{:,}|{:.2%}|{:e}|{:b}|{!r}|{0.real}".replace("{0.real}", "").format("r", "l", "c", "m", 1234567, 0.256, 12345.678, 10, "r"), "{0[a]} {0[b]} {1.real} {2}".format({"a": 1, "b": 2}, 3, "z"))
for bad in (lambda: "{} {1}".format(1, 2), lambda: "{".format(), lambda: "{a}".format(), lambda: "{0}".format(), lambda: f"{3:z}", lambda: f"{'a':d}", lambda: f"{3.5:d}", lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%q" % 1, lambda: f"{1:,_}", lambda: f"{'a':+}", lambda: f"{[1]:>5}", lambda: "%(a)s" % 3, lambda: f"{1:.2}"):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print("abc".center(9, "-"), "a-b_c".title(), "ß".casefold(), "ﬁ".upper(), "İ".lower(), "x".zfill(4), "-5".zfill(4), "tab\tx".expandtabs(4), "a,b,,c".split(","), " a  b ".split(), "a b c".rsplit(None, 1), "l1\nl2\r\nl3".splitlines(True), "abcabc".partition("b"), "abcabc".rpartition("b"), "x".join(["1", "2"]), "hello".translate(str.maketrans("el", "ip", "o")), "Hello".swapcase(), "abc".isidentifier(), "½".isnumeric(), "²".isdigit(), "٣".isdecimal(), "a" * 3, "abc"[::-1], "abc".removeprefix("a").removesuffix("c"), "é".encode(), "é".encode("latin-1"), "é".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), b"\xff".decode("utf-8", "replace"), ascii("é😀"), "\u0041\x42\103")
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e)
try: b"\xff".decode()
except UnicodeDecodeError as e: print(e)
print(b"abc".hex(" "), bytes.fromhex("61 62"), b"a" in b"abc", b"abc"[0], b"abc"[:1], bytes([1, 2]), bytes(3), bytearray(b"x") + b"y", b"%d" % 3, b"a,b".split(b","), memoryview(b"abc")[1:].tobytes(), b"\n\t\\'\"")
