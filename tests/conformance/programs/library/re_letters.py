"""Letters of all scripts, case, and bytes."""
import re

print(re.findall(r"\w+", "naïve Straße 東京 x_1 ½ ٣"), re.findall(r"\d+", "12 ٣٤ ½ ²"), re.findall(r"\s", "a\u00a0b\u2003c\x1cd"))
print(re.findall(r"(?a)\w+", "naïve Straße"), re.findall(r"(?a)\d+", "12 ٣٤"), re.findall(r"\W", "é!", re.A))
print(re.findall("é", "éÉe", re.I), re.findall("É", "éÉe", re.I | re.A), re.findall("straße", "STRASSE Straße", re.I))
print(re.findall("[a-z]+", "abcXYZ ſK", re.I), re.findall("s", "sSſ", re.I), re.findall("ſ", "sSſ", re.I))
print(re.findall("k", "kK\u212a", re.I), re.findall("[k]", "kK\u212a", re.I), re.findall("[^k]", "kK\u212ax", re.I))
print(re.findall("σ", "σςΣ", re.I), re.findall("[α-ω]+", "ΑΒΓ ς", re.I), re.findall("µ", "µμΜ", re.I))
print(re.findall("[A-Z]", "aZ[", re.I), re.findall("[^a]", "aAb", re.I), re.findall(r"[^\W]", "a!B", re.I), re.findall("ı", "iIıİ", re.I))
print(re.findall("[à-þ]+", "ÀÞ×÷àþ", re.I), re.search(r"(é)\1", "éÉ", re.I), re.search(r"(a)\1", "aA"))
m = re.search("京(.)", "東京都庁")
print(m, m.span(), m.group(1), m.start(1), re.sub("京", "[\\g<0>]", "東京都"), re.split("京", "東京都"))
print(re.findall(r"\b\w", "élan vital été"), re.findall("[😀-😂]", "a😁b😂"), re.search("😁", "a😁b").span())
print(re.findall(rb"\w+", b"ab caf\xe9 1"), re.findall(rb"[\x80-\xff]", b"a\xe9\xff"), re.sub(rb"(a)", rb"<\1>", b"banana"))
print(re.search(b"A", b"a", re.I), re.split(b",", b"a,b"), re.match(rb"(?P<x>.)", b"\xff").groupdict(), re.findall(b"\xe9", b"\xc9", re.I))
print(re.fullmatch(b"a.c", bytearray(b"a\x00c")), re.findall(rb"\d", b"1\xb2"), re.escape("ü-1"))
print(re.search(r"\u00e9", "é"), re.search(r"\U0001F601", "😁"), re.search("(?i)\u0130", "i̇"), re.search("(?i)ﬅ", "ﬆ"))
