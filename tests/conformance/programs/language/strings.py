s = "Hello, World"
print(s.lower(), s.upper(), s.title(), s.swapcase(), s.find("o"), s.rfind("o"), s.count("l"))
print(s.split(", "), s.replace("l", "L", 2), s.startswith(("He", "x")), s.partition(", "))
print("  x ".strip() + "|", "xxabxx".strip("x"), "a-b-c".rsplit("-", 1), "-".join("abc"))
print("a\tb".expandtabs(4), "abc".center(9, "*"), "42".zfill(5), "-42".zfill(5), "x".ljust(3) + "|")
print("line1\nline2\r\nline3".splitlines(), "a,b,,c".split(","), " a  b ".split())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nul\0 é \u2028 😀"))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Title Case".istitle())
print(ord("a"), chr(0x1F600), ascii("é😀"), len("é😀"), "ß".upper(), "ǅ".lower())
print("%s is %d years and %.1f%% %r %5s|%-5s|%05d %x" % ("x", 3, 99.5, "q", "a", "b", 42, 255))
print("{} {1} {0}".replace("{} ", "").format("a", "b"), "{:>5}|{:^5}|{n!r}".format(1, 2, n="z"))
print("{0[1]} {d[k]} {o.real}".format([1, 2], d={"k": "v"}, o=3))
print("abc" < "abd", "a" * 0 == "", "abc"[10:], "abcdef"[::2], "z" in "abc")
for wrong in (lambda: "abc"[5], lambda: "a".index("b"), lambda: "{}".format(), lambda: int("x"),
              lambda: "{x}".format(), lambda: "%d" % "x", lambda: ",".join([1]), lambda: "%s %s" % 1):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
