text = "naïve café – 日本 🎉"
print(len(text), text.upper(), text[6:10], text.encode("utf-8")[:6], text.find("日"), text[::-1])
print(ascii(text), repr(text), text.center(24, "·"), "é" == "e\u0301", len("👨‍👩‍👧"), "ﬁ".upper(), "İ".lower() == "i̇")
print("ΑΣ".lower(), "straße".casefold(), "Ǆ".title(), "x".isidentifier(), "1x".isidentifier(), "café".isascii())
print("½".isnumeric(), "²".isdigit(), "५".isdecimal(), "५" * 2, int("५"), "\u00a0".isspace(), "\u200b".isspace())
print("a\x00b", repr("\x7f\x80\xad\u0378"), "\N{BULLET} \N{GREEK SMALL LETTER ALPHA}", "\t|\v|".split("|"))
print("tEST oF 'tITLE' it's".title(), "hello world".capitalize(), "ab\ncd\x0bef".splitlines(), "x=%s" % "ü")
for c in "aé日🎉":
    print(c, ord(c), hex(ord(c)), len(c.encode()), c.encode("utf-16-le").hex(), end="; ")
print()
print(str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("ab", "xy", "c")), "{:é>5}".format("x"))
print("apple,banana;cherry".replace(",", ";").split(";"), "a b c".split(maxsplit=1), "abc".join("12"), "".join([]))
print("prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "abcabc".rindex("b"), "aXbX".rpartition("X"))
